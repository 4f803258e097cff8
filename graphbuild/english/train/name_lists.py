"""Names of many regions, written for this project: what the swapped training text is filled with.

Given names and surnames are paired inside one region ("Aigerim Sadykova", "Chukwuemeka Obi"), the way names go together
in reports. Every fourth entry of a list is held out: it never enters training and fills the swapped test.
"""

from __future__ import annotations

from dataclasses import dataclass

HELD_EVERY = 4


@dataclass(frozen=True)
class Region:
    """Given names, surnames and places of one part of the world."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    places: tuple[str, ...]

    def part(self, held: bool) -> Region:
        """Give the held-out or the training part of the lists."""
        return Region(*(_part(names, held) for names in (self.given, self.surnames, self.places)))


def _part(names: tuple[str, ...], held: bool) -> tuple[str, ...]:
    return tuple(name for index, name in enumerate(names) if (index % HELD_EVERY == HELD_EVERY - 1) == held)


def _region(given: str, surnames: str, places: str) -> Region:
    return Region(tuple(given.split()), tuple(surnames.split()), tuple(place.strip() for place in places.split(",")))


REGIONS = {
    "kazakh": _region(
        "Aidos Aigerim Ainur Saniya Aisulu Alibek Almas Lukpan Arman Asel Askar Amangeldy Assel Azamat Bakhyt Daniyar "
        "Bakytzhan Baurzhan Botagoz Gulmira Dauren Dinara Dina Zhanbolat Elmira Yerlan Yermek Erzhan Gaukhar Galym Gulnara "
        "Temirlan Kairat Kanat Madina Mukhtar Marat Murat Nazgul Nurgul Nurlan Olzhas Rustam Bauyrzhan Saule Serik Sultan "
        "Altynbek Talgat Timur Zhanar Iskander Zhanna Zhenis Ulan Ravshan",
        "Abdrakhmanov Abishev Akhmetova Toiken Alimzhanov Aubakirova Baizakov Akhmedyarov Bekbolatov Bolatova Dosanov "
        "Esdauletov Duisenov Galiyeva Ibraimov Baimagambetov Iskakova Ismailov Jumabayev Zhovtis Kadyrova Kairbekov Karimova "
        "Nuralieva Kozhakhmet Kulmatov Mamatova Tulebayev Masimov Muratbekov Musayeva Kenzhetaev Nazarova Nurmagambetov "
        "Omarova Sagyndykov Rakhimov Rakhmatov Sadykova Sembiyev Saparov Sarsenova Seitkali Imanaliyeva Suleimenov Tazhin "
        "Temirova Boribayev Tokayuly Tuleuova Usenov Karibzhanov Zhakiyanova Zhanabilov Zhumagulova Yergaliyeva",
        "Almaty, Astana, Karaganda, Shymkent, Aktobe, Taraz, Pavlodar, Uralsk, Semey, Kostanay, Petropavl, Temirtau, Atyrau, "
        "Aktau, Kyzylorda, Nur-Sultan, Turkistan, Taldykorgan, Ekibastuz, Kokshetau, Zhanaozen, Kazakhstan, West Kazakhstan, "
        "Mangystau, Oral, Oskemen, Kulsary, Zhambyl",
    ),
    "central": _region(
        "Aibek Bakyt Bolot Kamchybek Cholpon Farrukh Guljan Bakhrom Islam Jamshid Kubat Shakhnoza Makhmud Maksat Mirzo "
        "Feruza Nargiz Nazira Nurbek Parviz Otabek Sanjar Sherzod Khayrullo Talant Ulugbek Umida Aliya Zamira Akmal Bobur "
        "Dilfuza Ermek Khurshed Ogulsapar Soltan Daler Firuza Gulbahor Zulfiya",
        "Akmatov Asanova Beishenalieva Mambetalieva Boltaev Ergashev Ganieva Khudoyberdiev Ibragimov Isakov Jorayeva "
        "Atambaev Kambarov Karimov Khodzhaev Shakirov Kholmatova Mamadov Mirzoev Talibzhanov Nabiyev Nazarov Nematova Madaminov "
        "Orozbekov Osmonov Rahmonzoda Duvanov Sattorova Sharipov Sydykov Isabekova Tashmatov Tokombaev Turgunov Otunbaeva "
        "Umarova Usmonov Yusupov Saidzoda",
        "Bishkek, Osh, Jalal-Abad, Uzgen, Karakol, Naryn, Talas, Kokand, Batken, Tokmok, Tashkent, Karshi, Samarkand, Bukhara, "
        "Namangan, Navoi, Andijan, Fergana, Nukus, Bokhtar, Urgench, Dushanbe, Khujand, Turkmenabat, Khorog, Ashgabat, "
        "Kyrgyzstan, Karakalpakstan, Uzbekistan, Tajikistan, Turkmenistan, Balkanabat, Gorno-Badakhshan, Issyk-Kul, Chui, Kulob",
    ),
    "slavic": _region(
        "Alexei Anna Andrei Tamara Boris Darya Dmitry Vadim Ekaterina Igor Irina Oksana Ivan Kirill Ksenia Svetlana Larisa "
        "Maxim Mikhail Yaroslav Natalya Nikolai Oleg Halyna Olga Pavel Roman Vasyl Sergei Stanislav Tatiana Bohdan Viktor "
        "Vladimir Yelena Zoya Yulia Aleh Katsiaryna Ihar",
        "Antonov Baranova Belov Kozlov Davydova Fedorov Gavrilov Dzhakishev Golubeva Ivanchuk Kolesnik Petrenko Kovalenko "
        "Krylova Kuznetsov Shevchuk Lebedev Lukashuk Makarova Stepanenko Morozov Nikitina Novikov Tkachenko Orlova Pavlenko "
        "Pavlov Hrytsenko Romanova Sidorov Smirnova Bortnik Sokolov Timoshenko Vasilyeva Kravets Volkov Yakovleva Zaitsev "
        "Barysevich",
        "Moscow, St. Petersburg, Kazan, Makhachkala, Grozny, Kyiv, Kharkiv, Kherson, Odesa, Lviv, Minsk, Hrodna, Gomel, "
        "Voronezh, Samara, Perm, Nizhny Novgorod, Belarus, Ukraine, Chișinău, Moldova, Tula, Dagestan, Brest",
    ),
    "caucasus": _region(
        "Khadija Elchin Leyla Parviz Rauf Sevinj Ilgar Aytan Giorgi Nino Davit Mzia Levan Tamar Zurab Eka Armen Anahit Hayk "
        "Gayane Narine Tigran Vahagn Lusine",
        "Ismayilova Aliyev Huseynova Mammadli Guliyeva Hasanov Rustamova Jafarov Gelashvili Kapanadze Beridze Lomidze "
        "Tsiklauri Gogoladze Hakobyan Petrosyan Sargsyan Grigoryan Avetisyan Manukyan Harutyunyan Mkrtchyan",
        "Baku, Ganja, Sumqayit, Nakhchivan, Tbilisi, Kutaisi, Batumi, Zugdidi, Yerevan, Gyumri, Vanadzor, Stepanakert, "
        "Azerbaijan, Georgia, Armenia, Lankaran",
    ),
    "turkish": _region(
        "Ahmet Ayşe Mehmet Zehra Fatma Mustafa Elif Selahattin Zeynep Hüseyin Emre Nurcan Can Deniz Berivan Hayko Ozan Ceren "
        "Murat Rojin",
        "Yılmaz Kaya Demir Altıntaş Çelik Şahin Yıldız Karaca Aydın Özdemir Arslan Bayraktar Doğan Kılıç Aslan Tuncel Çetin "
        "Koç Polat Erdem",
        "Istanbul, Ankara, Izmir, Diyarbakır, Van, Mersin, Batman, Şırnak, Gaziantep, Turkey, Bursa, Hakkari",
    ),
    "arabic": _region(
        "Ahmed Fatima Omar Khaled Layla Hassan Mariam Youssef Noura Karim Salma Tariq Huda Ibrahim Rana Samir Zainab Bilal "
        "Dalia Mazen Walid Asma Nabil Taoufik",
        "Haddad Khalil Nasser Mansour al-Masri Saleh Darwish al-Jaberi Hamdan Najjar Barakat al-Khatib Shaheen Suleiman "
        "Radwan Bensalem Bouzid Chaoui Qasim al-Amiri Zidan Fahmy Abbas Bouachrine",
        "Cairo, Baghdad, Damascus, Idlib, Aleppo, Basra, Mosul, Sanaa, Aden, Amman, Beirut, Benghazi, Tripoli, Gaza, Ramallah, "
        "Jenin, Khartoum, Port Sudan, Algiers, Oran, Tunis, Rabat, Casablanca, Sfax, Egypt, Yemen, Syria, Sudan, Libya, Iraq, "
        "Morocco, Bahrain",
    ),
    "persian": _region(
        "Ali Niloofar Reza Elaheh Hossein Maryam Saeed Narges Mehdi Sara Amir Parisa Zabihullah Abdul Najib Shabnam Wahid "
        "Farzana Mirwais Shaima",
        "Mohammadi Hosseini Rezaei Hamedi Karimi Ahmadi Jafari Zamani Rahimi Moradi Shirazi Tavakoli Noori Amiri Stanekzai "
        "Sahak Wardak Popal Safi Haidari",
        "Tehran, Shiraz, Isfahan, Mashhad, Tabriz, Saqqez, Kabul, Kandahar, Herat, Jalalabad, Kunduz, Ghazni, Iran, Afghanistan, "
        "Helmand, Nangarhar",
    ),
    "southasia": _region(
        "Rajesh Priya Anil Siddique Sunita Mohammed Imran Gauri Asad Nazia Hamid Rana Shafiqul Rozina Tapan Kajol Lasantha "
        "Prageeth Nimal Dharmeratnam Bikash Sushila Ram Sangeeta Fahad Irfan Sajad Aasif",
        "Sharma Singh Kumar Kappan Yadav Verma Gupta Lankesh Khan Malik Hussain Baloch Rahman Islam Chowdhury Ahmed Perera "
        "Fernando Silva Sivaram Thapa Shrestha Gurung Adhikari Bhat Dar Mehraj Sultan",
        "Delhi, Mumbai, Lucknow, Srinagar, Chennai, Kolkata, Bastar, Guwahati, Karachi, Lahore, Quetta, Peshawar, Dhaka, Sylhet, "
        "Chittagong, Cox's Bazar, Colombo, Jaffna, Kathmandu, Pokhara, India, Pakistan, Bangladesh, Nepal, Balochistan, Sindh, "
        "Uttar Pradesh, Kashmir",
    ),
    "eastasia": _region(
        "Aung Thiha Kyaw Sithu Maria Jose Rodrigo Frenchie Nguyen Pham Tran Le Sok Chhun Kem Vuthy Wei Li Haitao Xiaohui Min "
        "Jae Tuan Minh Budi Siti Agus Dewi Nurhadi Rizki Ahmad Nor",
        "Zaw Htun Moe Myint Santos Reyes Cruz Cumpio Dung Trang Hoang Thuy Rath Sovann Sary Chea Wang Zhang Chen Huang Kim "
        "Park Lam Fung Santoso Wijaya Siregar Lestari Hakim Rahim Tan Ressa",
        "Yangon, Mandalay, Naypyidaw, Myitkyina, Manila, Tacloban, Cebu, Davao, Hanoi, Ho Chi Minh City, Phnom Penh, Siem Reap, "
        "Beijing, Wuhan, Hong Kong, Urumqi, Jakarta, Surabaya, Papua, Medan, Kuala Lumpur, Bangkok, Myanmar, Vietnam, Cambodia, "
        "Philippines, Indonesia, Laos",
    ),
    "westafrica": _region(
        "Chukwuemeka Ngozi Adebayo Agba Kwame Ama Kofi Ahmed-Hussein Ibrahima Fatou Mamadou Aminata Moussa Aïssatou Ousmane "
        "Jean-Paul Samuel Amadou Paul Amba Musa Halima Abubakar Segun",
        "Obi Okafor Adeyemi Jalingo Mensah Owusu Boateng Suale Diallo Camara Bah Sow Traoré Diarra Coulibaly Kaboré Wazizi "
        "Ndongo Biya Mimi Bello Sani Yusuf Olatunji",
        "Lagos, Abuja, Kano, Calabar, Accra, Kumasi, Tamale, Freetown, Conakry, Dakar, Bamako, Ouagadougou, Niamey, Lomé, "
        "Cotonou, Buea, Yaoundé, Douala, Bamenda, Monrovia, Nigeria, Ghana, Cameroon, Benin, Mali, Guinea, Senegal, Niger",
    ),
    "eastafrica": _region(
        "Eskinder Reeyot Temesgen Azory Hodan Mohamed Abdiaziz Abdalle Wanjiru Otieno Joseph Achieng Erick Agnès Jean-Bosco "
        "Floriane Dieudonné Cyuma Amanuel Dawit Hopewell Tendai Blessing Nomsa",
        "Nega Alemu Desta Gwanda Bekele Tadesse Hailu Isaak Hassan Mumin Warsame Farah Kamau Odhiambo Mwangi Kabendera Niyonkuru "
        "Uwimana Bigirimana Irangabiye Chin'ono Moyo Ncube Dube",
        "Addis Ababa, Mekelle, Bahir Dar, Jijiga, Mogadishu, Kismayo, Hargeisa, Galkayo, Nairobi, Mombasa, Kampala, Gulu, Dar es "
        "Salaam, Bujumbura, Kigali, Goma, Bukavu, Kinshasa, Juba, Bunia, Harare, Bulawayo, Maputo, Pemba, Ethiopia, Somalia, "
        "Burundi, Rwanda",
    ),
    "latin": _region(
        "Carlos Lourdes Javier Miroslava Juan Patricia Luis Regina Jorge Lydia Pedro Yessenia José Rubén Ana Anabel Miguel "
        "Claudia Diego Jineth Wilder Lucía Víctor Xiomara",
        "Hernández Maldonado Valdez Breach Martínez García Rodríguez Cacho López Ramírez Gómez Bedoya Ortega Chamorro Mendoza "
        "Aguilar Fuentes Ibarra Ruiz Zamora Flores Quiroz Pacheco Carpio",
        "Mexico City, Tijuana, Veracruz, Culiacán, Acapulco, Xalapa, Oaxaca, Chihuahua, Tegucigalpa, San Pedro Sula, Managua, "
        "San Salvador, Guatemala City, Bogotá, Cali, Arauca, Caracas, Maracaibo, Lima, Quito, Guayaquil, Havana, São Paulo, "
        "Manaus, Mexico, Honduras, Nicaragua, Colombia, Haiti, Port-au-Prince, Brazil, Venezuela",
    ),
    "europe": _region(
        "Daphne Ján Peter Lyra Viktória Milka Dejan Jelena Marko Jovana Tufik Xhemajl Slavko Giorgos Hans Claire Paolo Stefan "
        "Marek Agnieszka",
        "Kovács Nagy Horváth Kuciak Jovanović Petrović Nikolić Ćuruvija Krasniqi Hoxha Berisha Tadić Papadopoulos Müller Lefèvre "
        "Rossi Nowak Wiśniewska Popescu Dimitrov",
        "Belgrade, Pristina, Skopje, Podgorica, Sarajevo, Tirana, Sofia, Bucharest, Budapest, Bratislava, Valletta, Athens, "
        "Warsaw, Berlin, Serbia, Kosovo, Malta, Albania, Hungary, Zagreb",
    ),
}

OUTLET_HEADS = tuple("News Times Herald Tribune Post Gazette Daily Observer Voice Media Radio TV Online Express Today Standard".split())
OUTLET_STEMS = tuple(
    "Morning People's Steppe Northern Coastal Freedom Open Valley River Capital Independent National Eastern New Mountain "
    "Border City Southern Golden Public".split()
)
OUTLETS = (
    "Uralskaya Nedelya", "Vremya", "Respublika", "Golos", "Adil Soz", "Azattyk", "Azattyq", "Kaktus Media", "Asia-Plus",
    "Tengrinews", "Diapazon", "Ratel.kz", "Zakon.kz", "Kloop", "24.kg", "Ozodlik", "Novaya Gazeta", "Meduza", "Mediazona",
    "Meydan TV", "Turan", "Hetq", "Civil.ge", "Belsat", "Nasha Niva", "Hromadske", "Ukrainska Pravda", "Zerkalo",
    "El Faro", "Confidencial", "Animal Político", "Ríodoce", "Semana", "La Prensa", "El Universal", "Folha", "Globo",
    "Cumhuriyet", "Evrensel", "BirGün", "Bianet", "Al-Araby", "Al-Masry Al-Youm", "Mada Masr", "An-Nahar", "L'Orient",
    "Dawn", "Geo News", "The Wire", "Scroll", "Prothom Alo", "The Daily Star", "Rappler", "Irrawaddy", "Myanmar Now",
    "Mizzima", "VOD", "Tempo", "Kompas", "Apple Daily", "Stand News", "Premium Times", "Sahara Reporters", "Le Monde",
    "Radio Okapi", "Addis Standard", "Daily Nation", "The Monitor", "Iwacu", "Horseed Media", "Agence France-Presse",
    "Reuters", "Associated Press", "BBC", "Radio Free Europe", "Voice of America", "Deutsche Welle", "Interfax", "TASS",
)  # fmt: skip
AGENCIES = (
    "Ministry of Internal Affairs", "Ministry of Information", "Ministry of Justice", "Interior Ministry",
    "Committee for National Security", "National Security Committee", "State Security Service", "General Prosecutor's Office",
    "Supreme Court", "Constitutional Court", "Central Election Commission", "Committee to Protect Journalists",
    "Reporters Without Borders", "Human Rights Watch", "Amnesty International", "Freedom House", "Article 19",
    "International Federation of Journalists", "Union of Journalists", "Internews", "KNB", "CPJ", "RSF", "FSB", "SBU", "NISS",
    "Directorate of Criminal Investigation", "Department of Internal Affairs", "Federal Investigation Agency",
    "Rapid Action Battalion", "National Guard", "Press Council", "Broadcasting Authority", "Institute for War and Peace Reporting",
    "Organization for Security and Cooperation in Europe", "United Nations", "European Union", "Nur Otan", "Ata-Jurt",
    "Democratic Choice of Kazakhstan", "Justice and Development Party", "National Union of Mass Media",
)  # fmt: skip
CITY_BODIES = (
    "{} City Court", "{} District Court", "{} Regional Court", "{} Police Department", "{} Department of Internal Affairs",
    "{} Prosecutor's Office", "{} State University", "{} Press Club", "{} Union of Journalists", "{} Human Rights Commission",
)  # fmt: skip
