"""Sentence → the triples that a reader would name. All people and outlets are invented."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from graphbuild import language
from graphbuild.extract.reader import claims_of
from graphbuild.ids import digest
from graphbuild.model import Claims, Document, Role

PUBLISHED = date(2024, 6, 12)
"""A Wednesday."""


@cache
def pipeline() -> object:
    return language.load()


def read(text: str, title: str | None = None) -> Claims:
    whole = f"{title}\n\n{text}" if title else text
    document = Document(id="t", text=whole, sha256=digest(whole), title=title, published=PUBLISHED)
    return claims_of(document, language.parse_text(whole, pipeline(), len(title or "")))  # type: ignore[arg-type]


def acts(claims: Claims) -> set[str]:
    """Return "agent Type target" for each asserted claim; ? for an agent the text does not name."""
    names = {r.id: r.name for r in claims.referents}
    return {
        f"{names.get(a, '?')} {e.type} {names[t]}"
        for e in claims.events
        if e.factuality.asserted and e.confidence >= 0.5
        for a in e.of_role(Role.PERPETRATOR) or ("?",)
        for t in e.of_role(Role.TARGET)
    }


ACTS = [
    ("a list of titles and names",
     "The court sentenced Zhurek director Omar Keita, editor-in-chief Dana Serikova, reporter Li Wen, and Radio Aksu "
     "journalist and economist Ada Obi to nine years in prison.",
     {"court Conviction Omar Keita", "court Conviction Dana Serikova", "court Conviction Li Wen",
      "court Conviction Ada Obi"}),
    ("and parts two people", "Police detained Tengri News editor Omar Keita and Osh Times reporter Li Wen.",
     {"Police Detention Omar Keita", "Police Detention Li Wen"}),
    ("a trade without an article", "Police beat Omar Keita, editor, and Dana Serikova, a camerawoman.",
     {"Police Assault Omar Keita", "Police Assault Dana Serikova"}),
    ("two trades of one",
     "Police detained Omar Keita, cameraman and editor of Arna, and Dana Serikova of Radio Aksu.",
     {"Police Detention Omar Keita", "Police Detention Dana Serikova"}),
    ("whose name follows his employer's",
     "A correspondent working for the Osh Times, Simon Keita, was expelled from Ethiopia after he filed a report.",
     {"? Expulsion Simon Keita"}),
    ("what the subject is", "A presenter on Osh-based Kasana Media Television (KMTV), Serikova was arrested.",
     {"? Detention Serikova"}),
    ("all of a list",
     "The union named three journalists — Omar Keita, Li Wen, and Dana Serikova — all detained because of their work.",
     {"? Detention Omar Keita", "? Detention Li Wen", "? Detention Dana Serikova"}),
    ("the middle one of three verbs", "Officers detained, beat, and insulted reporter Dana Serikova.",
     {"Officers Detention Dana Serikova", "Officers Assault Dana Serikova", "Officers Harassment Dana Serikova"}),
    ("a noun no list knows and a name", "The companion, Omar Keita, was killed in his car.", {"? Killing Omar Keita"}),
    ("threats since the year began",
     "Since the beginning of the year, reporters have received direct threats from officials.",
     {"officials Threat reporters"}),
    ("a name that a parse joins to the verb", "Police beat reporter Dana Serikova and editor Omar Keita.",
     {"Police Assault Dana Serikova", "Police Assault Omar Keita"}),
    ("a gerund with of", "Groups condemned the killing of Omar Keita and beating of editors Dana Serikova and Li Wen.",
     {"? Killing Omar Keita", "? Assault Dana Serikova", "? Assault Li Wen"}),
    ("who is a person",
     "The union asked officials to free Omar Keita, a cartoonist for the Osh-based Kurs newspaper, who was "
     "sentenced in May to ten years.",
     {"? Conviction Omar Keita"}),
    ("joined event nouns",
     "Groups condemned the police killing of reporter Omar Keita and wounding of editors Dana Serikova and Li Wen.",
     {"? Assault Dana Serikova", "? Assault Li Wen", "? Killing Omar Keita"}),
    ("whose work they share", "Police detained, beat, and otherwise interfered with the work of at least 50 journalists.",
     {"Police Detention 50 journalists", "Police Assault 50 journalists", "Police Obstruction 50 journalists"}),
    ("a camera crew", "Soldiers assaulted a camera crew with broadcaster TV Aksu.",
     {"Soldiers Assault camera crew"}),
    ("an outlet's crew", "Police attacked the Zoom News TV crew in Osh.",
     {"Police Assault Zoom News TV crew"}),
    ("military forces'", "Maravan military forces’ arrests of four journalists shocked the union.",
     {"Maravan military forces Detention four journalists"}),
    ("obstructed", "Police obstructed reporters at the gate.",
     {"Police Obstruction reporters"}),
    ("has been in prison", "Journalist Dana Serikova has been in prison since March 2021.",
     {"? Detention Dana Serikova"}),
    ("behind bars", "Journalist Dana Serikova is behind bars.",
     {"? Detention Dana Serikova"}),
    ("freed from prison", "Journalist Dana Serikova was freed from prison.",
     {"? Release Dana Serikova"}),
    ("no outlet is held", "Police detained Arna editor Omar Keita and TV Osh translators for Radio Aksu.",
     {"Police Detention TV Osh translators", "Police Detention Omar Keita"}),
    ("an outlet before a founder", "A police officer pushed Tengri TV co-founder Dana Serikova.",
     {"police officer Assault Dana Serikova"}),
    ("made headlines for", "A party member made headlines for slapping journalist Dana Serikova.",
     {"party member Assault Dana Serikova"}),
    ("not until", "Police did not free journalist Dana Serikova until Monday.",
     {"Police Release Dana Serikova"}),
    ("into a car", "Officers forced journalist Omar Keita into a car and took him to a police station.",
     {"Officers Detention Omar Keita"}),
    ("into a car by strangers", "Unknown men forced journalist Omar Keita into a car.",
     {"Unknown men Abduction Omar Keita"}),
    ("those arrested included", "Those arrested included Omar Keita and Dana Serikova, two reporters for Radio Aksu.",
     {"? Detention Dana Serikova", "? Detention Omar Keita"}),
    ("targeting", "Threats targeting journalists Omar Keita and Dana Serikova continued.",
     {"? Threat Dana Serikova", "? Threat Omar Keita"}),
    ("directed at", "Violence directed at reporter Dana Serikova by police was filmed.",
     {"police Assault Dana Serikova"}),
    ("sustaining",
     "Cameraman Omar Keita was attacked by people who appeared to be villagers, sustaining a leg injury that "
     "required a cast.",
     {"people Assault Omar Keita"}),
    ("alternatives of many", "Dozens of reporters were detained, beaten or fined.",
     {"? Assault Dozens of reporters", "? Conviction Dozens of reporters", "? Detention Dozens of reporters"}),
    ("one of many",
     "Editor Omar Keita is one of countless journalists working for Radio Aksu who have been harassed, "
     "detained or even killed.",
     {"? Detention countless journalists", "? Harassment countless journalists", "? Killing countless journalists"}),
    ("a court's decision",
     "The union deplored a Baku court’s decision to extend by two months the detention of journalist Dana Serikova.",
     {"Baku court Detention Dana Serikova"}),
    ("shot and killed", "Reporter Omar Keita was shot and killed in Osh.",
     {"? Killing Omar Keita"}),
    ("beaten and killed", "Reporter Omar Keita was beaten and killed in Osh.",
     {"? Assault Omar Keita", "? Killing Omar Keita"}),
    ("in search of", "The police stormed a radio station in search of presenter Dana Serikova.",
     {"police Search radio station"}),
    ("some of their", "Police smashed some of the reporters' cameras.",
     {"Police Damage reporters"}),
    ("a contributor and blogger", "Radio Aksu contributor and blogger Omar Keita was detained.",
     {"? Detention Omar Keita"}),
    ("court of a province", "The People’s Court of Tuyen Quang province sentenced blogger Omar Keita on Monday.",
     {"People’s Court of Tuyen Quang Conviction Omar Keita"}),
    ("a name and a noun", "A guard beat Dana Serikova a reporter for Radio Aksu.",
     {"guard Assault Dana Serikova"}),
    ("her husband", "Dana Serikova was jailed. Her husband, reporter Omar Keita, was arrested on May 24.",
     {"? Detention Dana Serikova", "? Detention Omar Keita"}),
    ("two nouns of the second",
     "Groups decried the killing of editor Omar Keita, torture and kidnapping of activist Li Wen, armed attack "
     "on journalist Dana Serikova, and threats to other journalists.",
     {"? Abduction Li Wen", "? Assault Dana Serikova", "? Assault Li Wen", "? Killing Omar Keita"}),
    ("they", "Police detained reporters Dana Serikova and Omar Keita. They were beaten.",
     {"Police Detention Dana Serikova", "Police Detention Omar Keita", "? Assault Dana Serikova", "? Assault Omar Keita"}),
    ("by-phrase after a span", "Dana Serikova was held for over four hours by the border police.",
     {"border police Detention Dana Serikova"}),
    ("ages in a list", "Two journalists, Dana Serikova, 27, and Omar Keita, 23, were detained.",
     {"? Detention Dana Serikova", "? Detention Omar Keita"}),
    ("held for what they did", "Police detained five men for killing journalist Dana Serikova.",
     {"Police Detention five men", "five men Killing Dana Serikova"}),
    ("one number, two nouns", "Police detained four editors and reporters.",
     {"Police Detention four editors and reporters"}),
    ("one article, one person", "A blogger and critic of the governor was beaten.",
     {"? Assault blogger and critic"}),
    ("one article, two people", "A reporter and cameraman were beaten.", {"? Assault reporter", "? Assault cameraman"}),
    ("active", "Kazakh police assaulted Dana Serikova in Almaty.", {"Kazakh police Assault Dana Serikova"}),
    ("passive", "Dana Serikova was beaten by officers on Monday.", {"officers Assault Dana Serikova"}),
    ("punched in the face", "A man punched journalist Dana Serikova in the face.", {"man Assault Dana Serikova"}),
    ("force against", "Police used force against journalist Dana Serikova.", {"Police Assault Dana Serikova"}),
    ("light verb carried out", "Unknown men carried out an attack on journalist Omar Keita.",
     {"Unknown men Assault Omar Keita"}),
    ("light verb passive", "An attack on journalist Omar Keita was carried out by masked men.",
     {"masked men Assault Omar Keita"}),
    ("subjected to", "Journalist Omar Keita was subjected to torture by police.", {"police Assault Omar Keita"}),
    ("broke his arm", "Officers broke the arm of journalist Omar Keita.", {"Officers Assault Omar Keita"}),
    ("injuries suffered", "Journalist Dana Serikova suffered injuries.", {"? Assault Dana Serikova"}),
    ("tear gas at", "Police fired tear gas at journalist Dana Serikova.", {"Police Assault Dana Serikova"}),
    ("noun by and on", "The attack on journalist Dana Serikova by masked men shocked the town.",
     {"masked men Assault Dana Serikova"}),
    ("possessive agent", "The police officers' assault of journalist Dana Serikova was filmed.",
     {"police officers Assault Dana Serikova"}),
    ("victim of", "Journalist Omar Keita was the victim of an attack by masked men.",
     {"masked men Assault Omar Keita"}),
    ("came under attack", "Journalist Omar Keita came under attack from protesters.",
     {"protesters Assault Omar Keita"}),
    ("pushed to the ground", "Soldiers pushed reporter Omar Keita to the ground.", {"Soldiers Assault Omar Keita"}),
    ("shot at", "Gunmen shot at reporter Omar Keita.", {"Gunmen Assault Omar Keita"}),
    ("shot and wounded", "Gunmen shot and wounded reporter Omar Keita.", {"Gunmen Assault Omar Keita"}),
    ("two victims", "Officers attacked journalists Dana Serikova and Omar Keita.",
     {"Officers Assault Dana Serikova", "Officers Assault Omar Keita"}),
    ("at the hands of", "Reporter Omar Keita was beaten at the hands of soldiers.", {"soldiers Assault Omar Keita"}),
    ("killed", "Gunmen killed journalist Omar Keita on June 3.", {"Gunmen Killing Omar Keita"}),
    ("shot dead", "Gunmen shot journalist Omar Keita dead.", {"Gunmen Killing Omar Keita"}),
    ("shot dead, passive", "Journalist Omar Keita was shot dead by gunmen.", {"gunmen Killing Omar Keita"}),
    ("beaten to death", "Reporter Omar Keita was beaten to death by guards.", {"guards Killing Omar Keita"}),
    ("died in custody", "Reporter Omar Keita died in custody.", {"? Killing Omar Keita"}),
    ("murder of", "The union condemned the murder of reporter Omar Keita.", {"? Killing Omar Keita"}),
    ("found dead", "Reporter Omar Keita was found dead.", {"? Killing Omar Keita"}),
    ("found murdered", "Reporter Omar Keita was found murdered.", {"? Killing Omar Keita"}),
    ("possessive murder", "Omar Keita was a journalist. Keita's murder shocked the country.", {"? Killing Omar Keita"}),
    ("kidnapped", "Reporter Omar Keita was kidnapped by armed men.", {"armed men Abduction Omar Keita"}),
    ("abduction noun", "The abduction of reporter Omar Keita by armed men was condemned.",
     {"armed men Abduction Omar Keita"}),
    ("taken hostage", "Rebels took reporter Omar Keita hostage.", {"Rebels Abduction Omar Keita"}),
    ("missing", "Reporter Omar Keita disappeared on Monday.", {"? Abduction Omar Keita"}),
    ("a part of what is his", "One officer smashed the lens of reporter Omar Keita's camera.",
     {"One officer Damage Omar Keita"}),
    ("a name and who else", "Acme Corporation has sued the news website Isla Balita and its reporter Dana Serikova "
     "for libel.",
     {"Acme Corporation Lawsuit Isla Balita", "Acme Corporation Lawsuit Dana Serikova"}),
    ("threatened to", "Police threatened to arrest reporter Omar Keita if he came back.", {"Police Threat Omar Keita"}),
    ("threatened to break what is hers", "Officers threatened to break her fingers, reporter Dana Serikova said.",
     {"Officers Threat Dana Serikova"}),
    ("threatened to sue", "The minister threatened to sue Radio Aksu.", {"minister Threat Radio Aksu"}),
    ("threatened", "Police threatened reporter Omar Keita.", {"Police Threat Omar Keita"}),
    ("death threats received", "Reporter Omar Keita received death threats from soldiers.",
     {"soldiers Threat Omar Keita"}),
    ("faced threats", "Reporter Omar Keita faced threats from officials.", {"officials Threat Omar Keita"}),
    ("intimidated", "Officials intimidated reporter Omar Keita.", {"Officials Threat Omar Keita"}),
    ("harassed", "Police harassed reporter Omar Keita.", {"Police Harassment Omar Keita"}),
    ("insults at", "Protesters shouted insults at reporter Omar Keita.", {"Protesters Harassment Omar Keita"}),
    ("smear campaign", "Officials launched a smear campaign against reporter Omar Keita.",
     {"Officials Harassment Omar Keita"}),
    ("harassment of", "The harassment of reporter Omar Keita by police continued.", {"police Harassment Omar Keita"}),
    ("verbally abused", "A police officer verbally abused reporter Omar Keita.",
     {"police officer Harassment Omar Keita"}),
    ("passive without agent", "Dana Serikova was detained in Osh.", {"? Detention Dana Serikova"}),
    ("relative clause", "Dana Serikova, whom police detained on Monday, works for Radio Tengri.",
     {"police Detention Dana Serikova"}),
    ("relative passive", "Dana Serikova, who was detained by police on Monday, is a reporter.",
     {"police Detention Dana Serikova"}),
    ("event noun", "The union condemned the arrest of journalist Dana Serikova.", {"? Detention Dana Serikova"}),
    ("possessive noun", "Serikova's arrest shocked the newsroom. Dana Serikova is a reporter.",
     {"? Detention Dana Serikova"}),
    ("noun with by", "The detention of journalist Dana Serikova by police was illegal.",
     {"police Detention Dana Serikova"}),
    ("custody", "Dana Serikova, a reporter, was taken into custody.", {"? Detention Dana Serikova"}),
    ("house arrest", "A court placed reporter Omar Keita under house arrest.", {"court Detention Omar Keita"}),
    ("house arrest, far", "Reporter Omar Keita was placed by the court under house arrest.",
     {"court Detention Omar Keita"}),
    ("still held", "Reporter Omar Keita is being held by police.", {"police Detention Omar Keita"}),
    ("imprisoned attribute", "The union met the wife of imprisoned journalist Omar Keita.", {"? Detention Omar Keita"}),
    ("among those", "Reporter Omar Keita was among those detained by police.", {"police Detention Omar Keita"}),
    ("among the arrested", "Reporter Omar Keita was among the journalists arrested by police.",
     {"police Detention Omar Keita", "police Detention journalists"}),
    ("one of", "Omar Keita, one of three journalists detained by police, is a reporter.",
     {"police Detention Omar Keita", "police Detention three journalists"}),
    ("colleagues", "Police detained journalist Omar Keita and two colleagues.",
     {"Police Detention Omar Keita", "Police Detention two colleagues"}),
    ("along with", "Police detained journalist Omar Keita along with Dana Serikova.",
     {"Police Detention Dana Serikova", "Police Detention Omar Keita"}),
    ("with others", "Reporter Omar Keita was arrested with photographer Dana Serikova.",
     {"? Detention Dana Serikova", "? Detention Omar Keita"}),
    ("including", "Police detained several journalists, including Omar Keita.",
     {"Police Detention Omar Keita", "Police Detention several journalists"}),
    ("no agent by date", "Reporter Omar Keita was detained by Monday.", {"? Detention Omar Keita"}),
    ("shared object", "Police detained and beat reporter Dana Serikova.",
     {"Police Assault Dana Serikova", "Police Detention Dana Serikova"}),
    ("passives joined", "Reporter Dana Serikova was detained and beaten by police.",
     {"police Assault Dana Serikova", "police Detention Dana Serikova"}),
    ("separate objects", "Police beat reporter Omar Keita and detained reporter Dana Serikova.",
     {"Police Assault Omar Keita", "Police Detention Dana Serikova"}),
    ("participle", "Police attacked reporter Omar Keita, breaking his camera.",
     {"Police Assault Omar Keita", "Police Damage Omar Keita"}),
    ("reduced relative", "Reporters detained by police on Monday were released.",
     {"police Detention Reporters", "police Release Reporters"}),
    ("fronted participle", "Detained by police, reporter Omar Keita was beaten by guards.",
     {"guards Assault Omar Keita", "police Detention Omar Keita"}),
    ("coordinated agents", "Police and soldiers attacked reporter Omar Keita.",
     {"Police Assault Omar Keita", "soldiers Assault Omar Keita"}),
    ("questioned", "Police questioned reporter Omar Keita.", {"Police Interrogation Omar Keita"}),
    ("summoned", "Prosecutors summoned reporter Omar Keita for questioning.", {"Prosecutors Interrogation Omar Keita"}),
    ("interrogated", "Reporter Omar Keita was interrogated by police for three hours.",
     {"police Interrogation Omar Keita"}),
    ("charged with", "Prosecutors charged reporter Omar Keita with libel.", {"Prosecutors Prosecution Omar Keita"}),
    ("case opened", "Police opened a criminal case against reporter Omar Keita.", {"Police Prosecution Omar Keita"}),
    ("trial", "The trial of reporter Omar Keita began on Monday.", {"? Prosecution Omar Keita"}),
    ("possessive trial", "Omar Keita is a journalist. Keita's trial began on Monday.", {"? Prosecution Omar Keita"}),
    ("charges levelled", "The charges leveled against reporter Omar Keita by prosecutors are absurd.",
     {"prosecutors Prosecution Omar Keita"}),
    ("faces charges", "Reporter Omar Keita faces charges of libel.", {"? Prosecution Omar Keita"}),
    ("accused by prosecutors", "Prosecutors accused reporter Omar Keita of libel.",
     {"Prosecutors Prosecution Omar Keita"}),
    ("indicted", "Reporter Omar Keita was indicted on Monday.", {"? Prosecution Omar Keita"}),
    ("sentenced", "A court in Osh sentenced editor Dana Serikova to three years in prison.",
     {"court Conviction Dana Serikova"}),
    ("fined", "A court fined editor Dana Serikova 50,000 tenge.", {"court Conviction Dana Serikova"}),
    ("convicted", "Editor Dana Serikova was convicted by a court of libel.", {"court Conviction Dana Serikova"}),
    ("found guilty", "A judge found editor Dana Serikova guilty of libel.", {"judge Conviction Dana Serikova"}),
    ("jailed for a term", "A court jailed editor Dana Serikova for two years.", {"court Conviction Dana Serikova"}),
    ("jailed last year", "Police jailed editor Dana Serikova last year.", {"Police Detention Dana Serikova"}),
    ("received a sentence", "Editor Dana Serikova received a prison sentence.", {"? Conviction Dana Serikova"}),
    ("conviction of", "The union condemned the conviction of editor Dana Serikova.", {"? Conviction Dana Serikova"}),
    ("appeal rejected", "A court rejected the appeal of editor Dana Serikova.", {"court Conviction Dana Serikova"}),
    ("released", "Police released reporter Omar Keita on Monday.", {"Police Release Omar Keita"}),
    ("acquitted", "A court acquitted reporter Omar Keita.", {"court Release Omar Keita"}),
    ("release noun", "The union welcomed the release of reporter Omar Keita.", {"? Release Omar Keita"}),
    ("charges dropped", "Prosecutors dropped the charges against reporter Omar Keita.",
     {"? Prosecution Omar Keita", "Prosecutors Release Omar Keita"}),
    ("overturned", "A court overturned the conviction of reporter Omar Keita.",
     {"? Conviction Omar Keita", "court Release Omar Keita"}),
    ("searched home", "Police searched the home of reporter Omar Keita.", {"Police Search Omar Keita"}),
    ("searched her home", "Dana Serikova is a journalist. Police searched her home on Monday.",
     {"Police Search Dana Serikova"}),
    ("possessive home", "Police raided Omar Keita's apartment. Omar Keita is a reporter.",
     {"Police Search Omar Keita"}),
    ("searches conducted", "Searches were conducted at the home of reporter Omar Keita.", {"? Search Omar Keita"}),
    ("raid on", "Police carried out a raid on the office of reporter Omar Keita.", {"Police Search Omar Keita"}),
    ("office of outlet", "Police raided the newsroom of the newspaper.", {"Police Search newspaper"}),
    ("seizure", "A police officer seized the phone of Dana Serikova.", {"police officer Seizure Dana Serikova"}),
    ("own phone", "Officers stopped journalist Dana Serikova and confiscated her phone.",
     {"Officers Seizure Dana Serikova"}),
    ("no owner said", "Officers beat journalist Dana Serikova and took the camera.",
     {"Officers Assault Dana Serikova", "Officers Seizure Dana Serikova"}),
    ("from", "Soldiers confiscated a camera from reporter Omar Keita.", {"Soldiers Seizure Omar Keita"}),
    ("whose", "Omar Keita, whose phone was seized by police, is a reporter.", {"police Seizure Omar Keita"}),
    ("broke camera", "Protesters broke the camera of reporter Omar Keita.", {"Protesters Damage Omar Keita"}),
    ("set fire", "Unknown men set fire to the car of journalist Omar Keita.", {"Unknown men Damage Omar Keita"}),
    ("deleted footage", "Police deleted the footage of reporter Omar Keita.", {"Police Damage Omar Keita"}),
    ("forced to delete", "Police forced reporter Omar Keita to delete his footage.", {"Police Damage Omar Keita"}),
    ("prevented", "Police prevented reporter Omar Keita from filming.", {"Police Obstruction Omar Keita"}),
    ("not allowed", "Police did not allow reporter Omar Keita to film.", {"Police Obstruction Omar Keita"}),
    ("denied accreditation", "The ministry denied accreditation to reporter Omar Keita.",
     {"ministry Obstruction Omar Keita"}),
    ("was denied", "Reporter Omar Keita was denied accreditation by the ministry.",
     {"ministry Obstruction Omar Keita"}),
    ("revoked", "The ministry revoked the accreditation of reporter Omar Keita.", {"ministry Obstruction Omar Keita"}),
    ("revoked, possessive", "Dana Serikova is a reporter. Serikova's accreditation was revoked.",
     {"? Obstruction Dana Serikova"}),
    ("travel ban", "A court imposed a travel ban on reporter Omar Keita.", {"court Obstruction Omar Keita"}),
    ("ordered to stop", "Officers ordered reporter Omar Keita to stop filming.", {"Officers Obstruction Omar Keita"}),
    ("blocked websites", "The regulator blocked the website of Radio Tengri.", {"regulator Censorship Radio Tengri"}),
    ("shut down", "Authorities shut down Radio Tengri.", {"Authorities Censorship Radio Tengri"}),
    ("suspended", "The regulator suspended the newspaper for a month.", {"regulator Censorship newspaper"}),
    ("licence", "The regulator revoked the licence of Radio Tengri.", {"regulator Censorship Radio Tengri"}),
    ("foreign agent", "The ministry labeled Radio Tengri a foreign agent.", {"ministry Censorship Radio Tengri"}),
    ("closure noun", "The closure of Radio Tengri by the authorities was condemned.",
     {"authorities Censorship Radio Tengri"}),
    ("deported", "Authorities deported reporter Omar Keita.", {"Authorities Expulsion Omar Keita"}),
    ("denied entry", "Reporter Omar Keita was denied entry by border guards.", {"border guards Expulsion Omar Keita"}),
    ("stripped", "The government stripped reporter Omar Keita of his citizenship.",
     {"government Expulsion Omar Keita"}),
    ("fled", "Reporter Omar Keita fled the country.", {"? Expulsion Omar Keita"}),
    ("sued", "The minister sued reporter Omar Keita for defamation.", {"minister Lawsuit Omar Keita"}),
    ("lawsuit against", "The minister filed a lawsuit against reporter Omar Keita.", {"minister Lawsuit Omar Keita"}),
    ("spied on", "The security service spied on reporter Omar Keita.", {"security service Surveillance Omar Keita"}),
    ("spyware", "The phone of reporter Omar Keita was infected with spyware.", {"? Surveillance Omar Keita"}),
    ("hacked", "Unknown men hacked the account of reporter Omar Keita.", {"Unknown men Cyberattack Omar Keita"}),
    ("cyberattack on", "A cyberattack on the website of Radio Tengri was reported.", {"? Cyberattack Radio Tengri"}),
    ("headline passive", "Journalist Omar Keita jailed on libel charges", {"? Detention Omar Keita"}),
    ("headline passive by", "Journalist Omar Keita beaten by police in Osh", {"police Assault Omar Keita"}),
    ("headline present", "Police detain journalist Omar Keita in Osh", {"Police Detention Omar Keita"}),
    ("headline two verbs", "Police beat, detain journalist Omar Keita",
     {"Police Assault Omar Keita", "Police Detention Omar Keita"}),
    (
        "called on",
        "The union called on police to release journalist Omar Keita.",
        {"police Detention Omar Keita"},
    ),
    ("used batons to", "Police used batons to beat journalist Omar Keita.", {"Police Assault Omar Keita"}),
    ("managed to", "Police managed to detain journalist Omar Keita.", {"Police Detention Omar Keita"}),
    ("began", "Police began to harass journalist Omar Keita.", {"Police Harassment Omar Keita"}),
    ("source told", "Omar Keita told journalists that the mayor had resigned.", set()),
    ("journalist reports", "Journalist Omar Keita reported that police detained a thief.", {"police Detention thief"}),
    ("hold dear", "Journalist Omar Keita held a press conference.", set()),
    ("broke the news", "Journalist Omar Keita broke the news on Monday.", set()),
    ("press release", "The union issued a press release.", set()),
    ("released report", "The union released a report on Monday.", set()),
    ("took photos", "Journalist Omar Keita took photos of the police.", set()),
    ("attended trial", "Journalist Omar Keita covered the protest.", set()),
    ("shot a film", "Journalist Omar Keita shot a film.", set()),
    ("hit a record", "Inflation hit a record on Monday.", set()),
    ("struck a deal", "The union struck a deal with the ministry.", set()),
    ("charged a fee", "The hotel charged journalists a fee.", set()),
    ("followed story", "Journalist Omar Keita followed the story closely.", set()),
    ("search for truth", "Journalists search for the truth.", set()),
    ("questioned decision", "Journalist Omar Keita questioned the decision.", set()),
    ("blogger and activist", "Blogger and activist Omar Keita was beaten by police.", {"police Assault Omar Keita"}),
    ("singular subject", "Omar Keita, editor of a weekly and owner of a station, was fined by a court.",
     {"court Conviction Omar Keita"}),
    ("by after place", "Omar Keita was attacked near the station by masked men.", {"masked men Assault Omar Keita"}),
    ("campaign by", "In a campaign by the government, reporter Omar Keita was arrested.",
     {"government Detention Omar Keita"}),
    ("acts of violence", "Acts of violence against journalists Omar Keita and Dana Serikova continued.",
     {"? Assault Dana Serikova", "? Assault Omar Keita"}),
    ("wave of arrests", "Authorities launched a wave of arrests of journalists.",
     {"Authorities Detention journalists"}),
    ("police dispersed", "Police pushed Omar Keita and Dana Serikova, both reporters, to the ground.",
     {"Police Assault Dana Serikova", "Police Assault Omar Keita"}),
    ("claimed responsibility", "The militants claimed responsibility for the attack on journalist Omar Keita.",
     {"militants Assault Omar Keita"}),
    ("fatally shot", "Omar Keita, a reporter, was fatally shot by gunmen.", {"gunmen Killing Omar Keita"}),
    ("strangled to death", "Reporter Omar Keita was strangled to death.", {"? Killing Omar Keita"}),
    ("spat at", "Protesters spat at reporter Omar Keita.", {"Protesters Assault Omar Keita"}),
    ("gun at", "A soldier pointed a gun at reporter Omar Keita.", {"soldier Threat Omar Keita"}),
    ("followed", "Unknown men followed reporter Omar Keita.", {"Unknown men Harassment Omar Keita"}),
    ("pretrial", "A court placed reporter Omar Keita in pretrial detention.", {"court Detention Omar Keita"}),
    ("remanded", "A court remanded reporter Omar Keita in custody.", {"court Detention Omar Keita"}),
    ("arrest warrant", "A court issued an arrest warrant for journalist Omar Keita.", {"court Prosecution Omar Keita"}),
    ("put on trial", "Reporter Omar Keita was put on trial.", {"? Prosecution Omar Keita"}),
    ("investigation launched", "Prosecutors launched an investigation into journalist Omar Keita.",
     {"Prosecutors Prosecution Omar Keita"}),
    ("sentence upheld", "A court upheld the sentence of reporter Omar Keita.", {"court Conviction Omar Keita"}),
    ("bail", "Reporter Omar Keita was released on bail.", {"? Release Omar Keita"}),
    ("pardoned", "The president pardoned reporter Omar Keita.", {"president Release Omar Keita"}),
    ("seized copies", "Police seized copies of the newspaper.", {"Police Seizure newspaper"}),
    ("smashed", "Protesters smashed Omar Keita's camera. Omar Keita is a reporter.", {"Protesters Damage Omar Keita"}),
    ("expelled from room", "Guards expelled reporter Omar Keita from the courtroom.",
     {"Guards Obstruction Omar Keita"}),
    ("barred from", "The ministry barred reporter Omar Keita from leaving the country.",
     {"ministry Obstruction Omar Keita"}),
    ("ban", "The ministry banned the newspaper.", {"ministry Censorship newspaper"}),
    ("both of whom", "Omar Keita and Dana Serikova, both of whom were detained by police, are reporters.",
     {"police Detention Dana Serikova", "police Detention Omar Keita"}),
    ("wiretapped", "The security service wiretapped the phone of journalist Omar Keita.",
     {"security service Surveillance Omar Keita"}),
    ("exile", "Reporter Omar Keita was forced into exile.", {"? Expulsion Omar Keita"}),
    ("at a police station", "Reporter Omar Keita was tortured at a police station.",
     {"police station Assault Omar Keita"}),
    ("state media", "Radio Tengri aired a film that depicted reporter Omar Keita as an extremist.",
     {"Radio Tengri Harassment Omar Keita"}),
    ("apposition with a clause", "Omar Keita, a veteran who was tried in May, is a reporter.",
     {"? Prosecution Omar Keita"}),
    ("stories from", "Several stories from the newspaper were censored.", {"? Censorship newspaper"}),
    ("law adopted is no act on anybody", "Parliament adopted a media law on Monday.", set()),
    ("agreement", "The union signed an agreement with the newspaper.", set()),
    ("body released", "The body of the minister was released on Monday.", set()),
    ("after a complaint", "Reporter Omar Keita was arrested after a complaint by the mayor.",
     {"? Detention Omar Keita"}),
    ("agent of a passive that goes on", "Reporter Omar Keita was stopped by guards and beaten.",
     {"guards Assault Omar Keita"}),
    ("a list is whole", "A court sentenced director Omar Keita, editor-in-chief Dana Serikova, and reporter Li Wen.",
     {"court Conviction Omar Keita", "court Conviction Dana Serikova", "court Conviction Li Wen"}),
    ("who hangs on a date",
     "On May 6, 2024, Keita, along with six other Radio Tengri journalists – Dana Serikova, Aysel Umarova, Aytaj Tapdik,"
     " Saule Abdi, and Li Wen – were detained.",
     {f"? Detention {x}" for x in ("Keita", "Dana Serikova", "Aysel Umarova", "Aytaj Tapdik", "Saule Abdi", "Li Wen")}),
    ("agent of another happening", "Reporter Omar Keita was beaten by masked men and later arrested.",
     {"masked men Assault Omar Keita", "? Detention Omar Keita"}),
    ("agent before a sentence", "Reporter Omar Keita was detained by police and sentenced to five days.",
     {"police Detention Omar Keita", "? Conviction Omar Keita"}),
    ("a capital that acts", "Moscow expelled reporter Omar Keita in May.", {"Moscow Expulsion Omar Keita"}),
    ("in a capital", "Reporter Omar Keita was beaten in Moscow.", {"? Assault Omar Keita"}),
    ("bodies of another plural", "Reporters working for several media outlets, including Radio Tengri, were detained.",
     {"? Detention Reporters"}),
    ("the arrest told before", "Police arrested photographer Omar Keita. The arrest of a photographer was criticised.",
     {"Police Detention Omar Keita"}),
    ("an arrest not told before", "Police arrested photographer Omar Keita. An arrest of a photographer followed.",
     {"Police Detention Omar Keita", "? Detention photographer"}),
    ("convict and victim", "Omar Keita died in May. The terrorist convicted of the murder of Keita was freed by a court.",
     {"? Killing Omar Keita", "? Conviction terrorist", "court Release terrorist"}),
    ("hands clean", "Journalist Omar Keita shook hands with the minister.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in ACTS], ids=[c[0] for c in ACTS])
def test_acts(text: str, expected: set[str]) -> None:
    assert acts(read(text)) == expected


NO_ACTS = [
    "Omar Keita threatened to quit Radio Aksu.",
    "The reporters threatened to strike.",
    "Police detained or beat Omar Keita and Li Wen.",
    "Experts called for an end to the arrests, detentions, and judicial harassment of journalists, rights "
    "defenders and lawyers.",
    "The group asked to ensure the case is brought to justice.",
    "Protesters were blocking Ilia Keita, Serikova, and Varaziskhevi streets.",
    "Movements were restricted in the city of Osh.",
    "The pandemic disrupted students' education.",
    "The regulator closed the door on talks.",
    "A warning by the High Commissioner was ignored by the newspaper.",
    "The Ben Lomond was detained in the harbour for unpaid wages.",
    "The governor ordered the closure of all boarding schools.",
    "Police closed the road to the airport.",
    "Authorities shut down a coronavirus testing center in Osh.",
    "Protesters took over two train stations in the capital.",
    "Her residence permit was revoked by the ministry.",
    "The court denied the newspaper's motion for a stay.",
    "The court denied bail to reporter Omar Keita's cousin's company.",
    "Domestic workers are excluded from the law.",
    "The storm killed three reporters.",
    "Reporter Omar Keita was killed in a car crash.",
    "Reporter Omar Keita was injured in an earthquake.",
    "The coronavirus killed editor Dana Serikova.",
    "Flooding prevented reporters from reaching the village.",
    "Job cuts threaten reporters at the newspaper.",
    "Forecasters warned residents not to travel.",
    "The weather service issued a warning to residents.",
    "The unrest threatens journalists' livelihoods.",
    "Omar Keita killed himself in March.",
    "Omar Keita set himself on fire.",
    "Officials absolved themselves of responsibility.",
    "Dana Serikova sits on the Osh Human Rights Commission.",
    "Omar Keita beat the champion in the semifinal.",
    "The minister grabbed headlines with a speech.",
    "The striker shot wide of the goal.",
    "Police cleared demonstrators from the square.",
    "The newspaper let go 20 employees.",
    "The club released the striker from his contract.",
    "Germany took in refugees from the region.",
    "The taxi picked up passengers at the airport.",
    "The film captured the imagination of audiences.",
    "Rescuers searched the building for survivors.",
    "Police searched for the killers.",
    "The photographer shot a documentary in Osh.",
    "Residents fled their homes during the flood.",
    "Omar Keita left the party for fear of defeat.",
    "The company charged subscribers a fee.",
    "The referee booked the striker in the first minute.",
    "Radio Tengri covered the match between the two teams.",
    "Viewers followed the match on Radio Tengri.",
    "The minister held the child in his arms.",
    "The party was held at a hotel in Osh.",
    "The ministry suspended the train service.",
    "Parliament banned smoking in restaurants.",
    "The minister withdrew his resignation.",
    "The editor removed the chairs from the room.",
    "The newspaper broke the story on Monday.",
    "The mayor broke his promise to reporters.",
    "The vaccine prevents people from dying.",
    "The senator attacked the newspaper in a tweet.",
    "The band released an album in May.",
    "The prosecutor charged his phone.",
    "The actor was nominated for the shooting of a film.",
    "Cancer took the life of editor Dana Serikova.",
    "The minister struck a deal with the newspaper.",
    "A lack of funds hampered the work of the orchestra.",
    "The city restricted the movement of lorries.",
    "The team exchanged players with a rival.",
    "Crisis threatens the newspaper.",
    "The audience was captured by the singer.",
    "Patients were confined to bed during the outbreak.",
    "The minister dissolved the police unit.",
    "Omar Keita questioned the minister about the budget.",
    "The thief stole the show at the ceremony.",
    "Interest rates hit the newspaper.",
    "The government lifted restrictions on movement.",
    "The army intercepted a missile.",
    "The court seized of the case met on Monday.",
    "Dana Serikova issued a statement to reporters.",
    "The union pulled out of the talks.",
    "The editor pulled the article after a reader complained.",
    "A dog attacked reporter Omar Keita.",
    "The soldiers attacked the fort at dawn.",
    "The minister shot down the proposal.",
    "Heavy snow kept reporters out of the valley.",
    "The union warned the minister to stop the talks.",
    "Officials named the reporter an agent of change.",
    "The bill was killed in parliament.",
    "Editor Dana Serikova stepped on stage to applause.",
    "Doctors treated Omar Keita for burns after the fire.",
    "The mine was closed by the ministry.",
    "The reporter disappeared into the crowd.",
    "The police released a statement on Monday.",
    "Police released the name of the victim.",
    "Police released footage of the suspect.",
]
"""What looks like an act and is none: mishaps, sport, metaphors, things that are no outlets, what one does to oneself."""


@pytest.mark.parametrize("text", NO_ACTS)
def test_what_only_looks_like_an_act(text: str) -> None:
    assert acts(read(text)) == set()


STILL_ACTS = [
    ("Police searched the home of reporter Omar Keita for documents.", "Police Search Omar Keita"),
    ("A court cleared reporter Omar Keita of libel charges.", "court Release Omar Keita"),
    ("Police restricted the work of reporters.", "Police Obstruction reporters"),
    ("Officials restricted reporters' access to the building.", "Officials Obstruction reporters"),
    ("Officials obstructed the work of reporter Omar Keita.", "Officials Obstruction Omar Keita"),
    ("The guards excluded Omar Keita, a reporter, from the briefing.", "guards Obstruction Omar Keita"),
    ("Authorities closed the newspaper.", "Authorities Censorship newspaper"),
    ("Authorities ordered the closure of the newspaper.", "Authorities Censorship newspaper"),
    ("Officers disrupted the broadcast of Radio Tengri.", "Officers Censorship Radio Tengri"),
    ("The regulator issued a warning to the newspaper.", "regulator Censorship newspaper"),
    ("The regulator withdrew the licence of Radio Tengri.", "regulator Censorship Radio Tengri"),
    ("The ministry closed the newsroom of the newspaper.", "ministry Censorship newspaper"),
    ("Reporter Omar Keita was picked up by police.", "police Detention Omar Keita"),
    ("Armed police held reporter Omar Keita at a rally.", "Armed police Detention Omar Keita"),
    ("Armed men captured reporter Omar Keita.", "Armed men Abduction Omar Keita"),
    ("Editor Omar Keita fled the country in fear of arrest.", "? Expulsion Omar Keita"),
    ("A letter threatened reporter Omar Keita.", "? Threat Omar Keita"),
    ("A soldier sat on reporter Omar Keita.", "soldier Assault Omar Keita"),
    ("A guard prevented reporter Omar Keita from entering the hall.", "guard Obstruction Omar Keita"),
    ("A bullet killed reporter Omar Keita.", "? Killing Omar Keita"),
]  # fmt: skip
"""Acts by the words that stand among those above."""


@pytest.mark.parametrize(("text", "expected"), STILL_ACTS)
def test_what_such_words_still_tell(text: str, expected: str) -> None:
    assert acts(read(text)) == {expected}


UNASSERTED = [
    ("content without that", "Officials denied allegations police beat journalist Dana Serikova.", "Assault", "denied"),
    ("demand", "Authorities should question editor Dana Serikova.", "Interrogation", "demanded"),
    ("call", "The party called on police to arrest journalist Dana Serikova.", "Detention", "demanded"),
    ("denial", "Police denied that officers had beaten journalist Dana Serikova.", "Assault", "denied"),
    ("negation", "Police did not detain journalist Dana Serikova.", "Detention", "denied"),
    ("possibility", "Police could detain journalist Dana Serikova.", "Detention", "hypothetical"),
    ("condition", "If police detain journalist Dana Serikova, the union will protest.", "Detention", "hypothetical"),
    ("order", "Police ordered guards to beat journalist Dana Serikova.", "Assault", "demanded"),
    ("decision", "The court's decision to release journalist Dana Serikova was welcomed.", "Release", "planned"),
    ("attempt", "Officers tried to beat journalist Dana Serikova.", "Assault", "attempted"),
    ("plan", "The ministry plans to deport journalist Dana Serikova.", "Expulsion", "planned"),
    ("question", "Did police beat journalist Dana Serikova?", "Assault", "hypothetical"),
]


@pytest.mark.parametrize(("text", "kind", "factuality"), [c[1:] for c in UNASSERTED], ids=[c[0] for c in UNASSERTED])
def test_what_is_no_fact(text: str, kind: str, factuality: str) -> None:
    claims = read(text)
    assert acts(claims) == set()
    assert [(e.type.value, e.factuality.value) for e in claims.events] == [(kind, factuality)]


PRESUPPOSED = [
    (
        "investigate",
        "Authorities should investigate the assault on journalist Dana Serikova.",
        {"? Assault Dana Serikova"},
    ),
    ("stop", "Police must stop harassing journalist Dana Serikova.", {"Police Harassment Dana Serikova"}),
    ("release", "Authorities should release journalist Dana Serikova.", {"Authorities Detention Dana Serikova"}),
    ("release, asked of who does not hold", "The president should free journalist Dana Serikova.",
     {"? Detention Dana Serikova"}),
    ("asked, not asking", "The union asked Belarus to release journalist Dana Serikova.",
     {"Belarus Detention Dana Serikova"}),
    ("charges dropped by whoever does not hold", "The union asked Belarus to drop the charges against Dana Serikova.",
     {"? Prosecution Dana Serikova"}),
    ("release after release", "Dana Serikova was freed on Monday. The union had urged police to release her.",
     {"? Release Dana Serikova"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in PRESUPPOSED], ids=[c[0] for c in PRESUPPOSED])
def test_acts_presupposed_in_a_call(text: str, expected: set[str]) -> None:
    assert acts(read(text)) == expected


DETAILS = [
    ("charge", "A court convicted reporter Omar Keita on charges of libel.", {"charge": "libel"}),
    ("charge in full", "Reporter Omar Keita was charged with spreading false news.", {"charge": "spreading false news"}),
    ("charge by its noun", "Reporter Omar Keita was arrested on libel charges.", {"charge": "libel"}),
    ("charges faced", "Reporter Omar Keita faces charges of high treason.", {"charge": "high treason"}),
    ("on arrival is no charge", "Reporter Omar Keita was arrested on his arrival.", {"charge": None}),
    ("reasons are no charge", "Reporter Omar Keita was arrested for security reasons.", {"charge": None}),
    ("upper limit of a fine", "Editor Omar Keita received a fine of up to 5,000 manats.",
     {"penalty": "fine of up to 5,000 manats"}),
    ("day of an arrest is no charge", "Reporter Omar Keita was arrested on Monday.", {"charge": None}),
    ("term", "A court sentenced reporter Omar Keita to three years in prison.", {"penalty": "three years in prison"}),
    ("term and charge", "A court sentenced reporter Omar Keita to three years in prison on charges of libel.",
     {"penalty": "three years in prison", "charge": "libel"}),
    ("fine", "Editor Omar Keita was fined 50,000 tenge by a court.", {"penalty": "50,000 tenge"}),
    ("day in court is no penalty", "A court convicted reporter Omar Keita on Monday.", {"penalty": None}),
    ("things", "Police seized a phone and a laptop from reporter Omar Keita.", {"things": ("phone", "computer")}),
    ("subtype", "A court placed reporter Omar Keita under house arrest.", {"subtype": "house arrest"}),
    ("collective", "Police and soldiers beat reporters Omar Keita and Dana Serikova.", {"collective": True}),
    ("not collective", "Police beat reporters Omar Keita and Dana Serikova.", {"collective": False}),
    ("law", "Parliament adopted a media law on Monday.", {"charge": "media law"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in DETAILS], ids=[c[0] for c in DETAILS])
def test_details(text: str, expected: dict[str, object]) -> None:
    (event,) = (e for e in read(text).events if e.confidence >= 0.5)
    assert {name: getattr(event, name) for name in expected} == expected


def test_a_journalist_is_no_agent_of_violence_without_more() -> None:
    for text in ("Reporter Omar Keita beat reporter Dana Serikova.", "Reporter Omar Keita detained a man."):
        assert acts(read(text)) == set()


RELATIONS = [
    ("apposition", "Police beat Dana Serikova, correspondent for Radio Tengri.",
     {"Dana Serikova worksFor Radio Tengri (correspondent)"}),
    ("title", "Radio Tengri correspondent Dana Serikova was detained.",
     {"Dana Serikova worksFor Radio Tengri (correspondent)"}),
    ("two words", "Omar Keita, chief editor of the weekly newspaper Le Courrier, was fined.",
     {"Omar Keita worksFor Le Courrier (chief editor)"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in RELATIONS], ids=[c[0] for c in RELATIONS])
def test_relations(text: str, expected: set[str]) -> None:
    claims = read(text)
    names = {r.id: r.name for r in claims.referents}
    assert {f"{names[r.subject]} {r.predicate} {names[r.object]} ({r.position})" for r in claims.relations} == expected
    kinds = {r.name: r.kind.value for r in claims.referents}
    assert kinds[next(iter(expected)).split(" worksFor")[0]] == "Journalist"


def test_headline_and_lead_are_one_event_and_dated() -> None:
    claims = read(
        "On June 10, police officers in Shymkent assaulted Serikova, correspondent for Radio Tengri.",
        title="Kazakh police assault journalist Dana Serikova",
    )
    (event,) = claims.events
    names = {r.id: r.name for r in claims.referents}
    assert event.time is not None
    assert (event.time.iso, names[event.place or ""]) == ("2024-06-10", "Shymkent")
    assert event.of_role(Role.TARGET) == tuple(r.id for r in claims.referents if r.name == "Dana Serikova")


def test_every_quote_stands_where_it_says() -> None:
    claims = read("On June 10, police beat Dana Serikova, who edits Radio Tengri, and took her phone.")
    evidence = [e.evidence for e in claims.events] + [r.evidence for r in claims.relations]
    for each in evidence:
        assert claims.document.text[each.start : each.end] == each.quote
