"""Short reports → one event per happening. All people and outlets are invented."""

from __future__ import annotations

import pytest
from test_extract import read

from graphbuild.model import Claims, EventType, Role


def events(claims: Claims) -> list[str]:
    """Return "agents Type targets [date]" for each event that `extract` prints, in order of their triggers."""
    names = {r.id: r.name for r in claims.referents}
    found = []
    for e in claims.events:
        if e.factuality.asserted and e.confidence >= 0.5:
            agents, targets = (", ".join(names[i] for i in e.of_role(role)) for role in (Role.PERPETRATOR, Role.TARGET))
            date = f" {e.time.iso}" if e.time is not None and e.time.iso else ""
            found.append(f"{agents or '?'} {e.type} {targets}{date}")
    return found


ONE = [
    ("title and lead", "Police detain Omar Keita", "On June 3, police officers in Osh detained reporter Omar Keita.",
     ["Police Detention Omar Keita 2024-06-03"]),
    ("agent from the title", "Police detain Omar Keita", "Reporter Omar Keita was detained on June 3.",
     ["Police Detention Omar Keita 2024-06-03"]),
    ("count and names", "Police attack two journalists",
     "On June 3, officers beat journalists Omar Keita and Dana Serikova.",
     ["Police Assault Omar Keita, Dana Serikova 2024-06-03"]),
    ("unnamed in the title", "Journalist beaten in Osh", "Masked men beat reporter Omar Keita on June 3.",
     ["Masked men Assault Omar Keita 2024-06-03"]),
    ("a noun later", None, "Masked men beat reporter Omar Keita on June 3. The union condemned the attack on Keita.",
     ["Masked men Assault Omar Keita 2024-06-03"]),
    ("a bare noun with an agent", None,
     "Reporter Omar Keita was sentenced to two years in prison. The sentence was handed down by a court on June 3.",
     ["court Conviction Omar Keita 2024-06-03"]),
    ("a bare noun with a date, between tellings", "Sentences for Radio Tengri staff",
     "Two journalists were sentenced to prison.\n\nThe sentences, handed down on June 3 by the Osh City Court, were harsh."
     "\n\nThe court sentenced reporters Omar Keita and Dana Serikova to nine years in prison.",
     ["Osh City Court Conviction Omar Keita, Dana Serikova 2024-06-03"]),
    ("unnamed in the lead", None,
     "A photographer was arrested and charged by police in Osh.\n\nOmar Keita was held for hours, the union said.",
     ["police Detention Omar Keita", "police Prosecution Omar Keita"]),
    ("counted in the lead", None,
     "Two reporters were arrested in Osh.\n\nOmar Keita and Dana Serikova were arrested at a rally.",
     ["? Detention Omar Keita, Dana Serikova"]),
    ("by the authorities, then by police", None,
     "Authorities arrested reporter Omar Keita. Police arrested Keita on June 3.",
     ["Police Detention Omar Keita 2024-06-03"]),
    ("pronoun", None, "Police detained reporter Omar Keita on June 3. He was detained in Osh.",
     ["Police Detention Omar Keita 2024-06-03"]),
    ("to a station of others", None,
     "Soldiers on June 3 detained reporter Omar Keita. He was taken to a police station.",
     ["Soldiers Detention Omar Keita 2024-06-03"]),
    ("those who acted go on", None,
     "On June 3, officers stormed the office of Radio Tengri. The officers arrested reporter Omar Keita. Keita was "
     "previously arrested in January.",
     ["officers Search Radio Tengri 2024-06-03", "officers Detention Omar Keita 2024-06-03",
      "? Detention Omar Keita 2024-01"]),
    ("the fourth is he", None,
     "Reporter Omar Keita was killed on June 3. He is the fourth journalist murdered in Mexico this year.",
     ["? Killing Omar Keita 2024-06-03"]),
    ("jailed by the court that sentences", "Osh court jails two reporters",
     "A court in Osh on June 3 sentenced reporters Omar Keita and Dana Serikova to four years in prison.",
     ["court Conviction Omar Keita, Dana Serikova 2024-06-03"]),
    ("possessive noun", None, "Police detained reporter Omar Keita on June 3. Keita's arrest shocked the union.",
     ["Police Detention Omar Keita 2024-06-03"]),
    ("one ruling", None,
     "A court sentenced editor Omar Keita to three years in prison. Reporter Dana Serikova received a prison sentence.",
     ["court Conviction Omar Keita, Dana Serikova"]),
    ("wider date and day", None,
     "In June 2023, police detained reporter Omar Keita. Keita was detained on June 3, 2023.",
     ["police Detention Omar Keita 2023-06-03"]),
    ("the agents of several mentions", None,
     "Reporter Omar Keita was beaten on June 3. Keita was beaten by soldiers.",
     ["soldiers Assault Omar Keita 2024-06-03"]),
]  # fmt: skip
SEVERAL = [
    (
        "each names others",
        None,
        "On May 6 police detained Aynur Keita, Li Wen and Omar Aksu. The court extended the detention of Aynur Keita and "
        "Dana Serikova.",
        ["police Detention Aynur Keita, Li Wen, Omar Aksu 2024-05-06", "court Detention Aynur Keita, Dana Serikova"],
    ),
    ("different days", None, "Police detained reporter Omar Keita on May 3. Police detained Keita on June 5.",
     ["Police Detention Omar Keita 2024-05-03", "Police Detention Omar Keita 2024-06-05"]),
    ("one of four", None,
     "Four journalists, including Omar Keita, who was shot dead by a policeman, were killed in 2018.",
     ["policeman Killing Omar Keita", "? Killing Four journalists 2018"]),
    ("different people", None, "Police beat reporter Omar Keita. Soldiers beat reporter Dana Serikova.",
     ["Police Assault Omar Keita", "Soldiers Assault Dana Serikova"]),
    ("different agents", None, "Soldiers beat reporter Omar Keita. Protesters beat Keita on June 3.",
     ["Soldiers Assault Omar Keita", "Protesters Assault Omar Keita 2024-06-03"]),
    ("a lead is not about whom a later act befell", None,
     "A photographer was arrested in Osh.\n\nReporter Omar Keita was beaten on June 3.",
     ["? Detention photographer", "? Assault Omar Keita 2024-06-03"]),
    ("different types", None, "Police detained and beat reporter Omar Keita.",
     ["Police Detention Omar Keita", "Police Assault Omar Keita"]),
    ("arrested, then put under house arrest", None,
     "Police arrested reporter Omar Keita on May 3. A court placed Keita under house arrest on May 5.",
     ["Police Detention Omar Keita 2024-05-03", "court Detention Omar Keita 2024-05-05"]),
    ("convicted twice", None,
     "A court convicted reporter Omar Keita on May 3. A court convicted Keita on June 5.",
     ["court Conviction Omar Keita 2024-05-03", "court Conviction Omar Keita 2024-06-05"]),
]  # fmt: skip
INFERRED = [
    ("the detained are all who were", None,
     "Police detained editor Omar Keita on May 3. On June 3, reporters Dana Serikova and Aida Omarova were arrested."
     " The union protested. It rained. Nobody came. Officers searched the homes of the detained journalists.",
     ["Police Detention Omar Keita 2024-05-03", "Police Detention Dana Serikova, Aida Omarova 2024-06-03",
      "Police Search Omar Keita, Dana Serikova, Aida Omarova"]),
    ("who holds frees", None, "Rebels detained reporter Omar Keita. Keita was released on June 3.",
     ["Rebels Detention Omar Keita", "Rebels Release Omar Keita 2024-06-03"]),
    ("who holds questions", None, "Police detained reporter Omar Keita on June 3. He was questioned about his sources.",
     ["Police Detention Omar Keita 2024-06-03", "Police Interrogation Omar Keita 2024-06-03"]),
    ("who attacked killed", None, "Masked men attacked reporter Omar Keita. Keita died of his wounds on June 3.",
     ["Masked men Assault Omar Keita", "Masked men Killing Omar Keita 2024-06-03"]),
    ("an old attack is not the cause", None,
     "Police beat reporter Omar Keita in 2013. Keita was killed by gunmen on June 3.",
     ["Police Assault Omar Keita 2013", "gunmen Killing Omar Keita 2024-06-03"]),
    ("missing, then known to be held", None,
     "Reporter Omar Keita disappeared on May 3. Police detained Keita on May 5.",
     ["Police Detention Omar Keita 2024-05-05"]),
    ("a release with an agent of its own", None,
     "Rebels detained reporter Omar Keita. Soldiers freed Keita on June 3.",
     ["Rebels Detention Omar Keita", "Soldiers Release Omar Keita 2024-06-03"]),
]  # fmt: skip
NEARBY = [
    ("what he was doing frames the place", None,
     "Reporter Dana Vik was covering a protest in Osh on 3 May 2023 when police beat her.",
     ["police Assault Dana Vik 2023-05-03"]),
    ("then is the same scene", None,
     "On 3 May 2023, police stopped reporter Dana Vik in Osh. They then beat her.",
     ["police Assault Dana Vik 2023-05-03"]),
    ("an arrest and a remand are two", None,
     "Police arrested reporter Dana Vik on 3 May 2023. A court remanded her in custody on 5 May 2023.",
     ["Police Detention Dana Vik 2023-05-03", "court Detention Dana Vik 2023-05-05"]),
    ("forced to close on a day", None,
     "Radio Osh was forced to close in March 2019.",
     ["? Censorship Radio Osh 2019-03"]),
    ("under protection since, and threatened", None,
     "Omar Keita had been under protection since 2018 and had received death threats.",
     ["? Threat Omar Keita"]),
    ("strangers and who claims it", None,
     "Two masked men shot reporter Omar Keita dead on May 3. The Lions Brigade claimed responsibility.",
     ["Two masked men, Lions Brigade Killing Omar Keita 2024-05-03"]),
    ("the recent attack", None,
     "The recent attack on reporter Omar Keita was condemned.",
     ["? Assault Omar Keita 2024"]),
    ("beaten during the arrest", None,
     "Reporter Dana Vik was arrested at home on May 3. She was beaten during her arrest.",
     ["? Detention Dana Vik 2024-05-03", "? Assault Dana Vik 2024-05-03"]),
    ("also, in one scene", None,
     "On May 3, police broke up a rally in Osh and detained 20 people. Reporter Dana Vik was also beaten.",
     ["police Detention 20 people 2024-05-03", "? Assault Dana Vik 2024-05-03"]),
    ("counted from the arrest", None,
     "Two weeks after his arrest on May 3, Omar Keita was charged with extremism.",
     ["? Detention Omar Keita 2024-05-03", "? Prosecution Omar Keita 2024-05"]),
    ("arrested on a day and sentenced", None,
     "Reporter Omar Keita was arrested on May 3 and sentenced to six years in prison.",
     ["? Detention Omar Keita 2024-05-03", "? Conviction Omar Keita"]),
    ("on a day, both", None,
     "On May 3 reporter Omar Keita was arrested and sentenced to 15 days in jail.",
     ["? Detention Omar Keita 2024-05-03", "? Conviction Omar Keita 2024-05-03"]),
    ("acquitted of charges on a day", None,
     "The court acquitted reporter Omar Keita of all charges on May 3.",
     ["court Release Omar Keita 2024-05-03"]),
    ("a case that is only referred to", None,
     "Arrests in the \"Osh Media\" case commenced on November 20, 2023. Reporters Dana Vik and Omar Keita face "
     "charges of smuggling.",
     ["? Prosecution Dana Vik, Omar Keita"]),
    ("dates in brackets", None,
     "Subsequent arrests in early 2024 included Dana Vik, editor of Osh Weekly (February 5), Omar Keita (Deko) "
     "(February 20), and Li Wen (May 7).",
     ["? Detention Dana Vik 2024-02-05", "? Detention Li Wen 2024-05-07", "? Detention Omar Keita 2024-02-20"]),
    ("the day when", None,
     "The case has seen a wave of arrests stretching back to December 6, 2023, when reporter Dana Vik was "
     "detained.",
     ["? Detention Dana Vik 2023-12-06"]),
    ("shot dead, then shot by", None,
     "A radio journalist was shot dead in Osh on Sunday, police said.\n\nTwo gunmen shot Omar Keita as he left "
     "his home.",
     ["Two gunmen Killing Omar Keita 2024-06-09"]),
    ("who fired it", None,
     "Reporter Omar Keita was hit in the head by a rubber bullet fired by police.",
     ["police Assault Omar Keita"]),
    ("who threw it", None,
     "A bomb planted by rebels killed reporter Dana Vik.",
     ["rebels Killing Dana Vik"]),
    ("has something done to her things", None,
     "Reporter Dana Vik had her camera smashed by police.",
     ["police Damage Dana Vik"]),
    ("has somebody arrested", None,
     "Officials had reporter Dana Vik arrested.",
     ["Officials Detention Dana Vik"]),
    ("trade between commas", None,
     "Police beat Omar Keita, a reporter, and Lee Ong, a lawyer.",
     ["Police Assault Omar Keita, Lee Ong"]),
    ("accused of beating her", None,
     "Journalist Dana Vik accused police of beating her.",
     ["police Assault Dana Vik"]),
    ("day of a ruling", None,
     "The Osh City Court on Tuesday ordered that reporter Omar Keita be held in custody for two months.",
     ["Osh City Court Detention Omar Keita 2024-06-11"]),
    ("who is ordered to release holds", None,
     "The court on Monday ordered police to release reporter Dana Vik.",
     ["police Detention Dana Vik"]),
    ("office with its owner before", None,
     "Police raided the Radio Aksu office.",
     ["Police Search Radio Aksu"]),
    ("offices of two", None,
     "The Radio Aksu and Arna TV offices were searched.",
     ["? Search Radio Aksu, Arna TV"]),
    ("car of an outlet", None,
     "Attackers torched the Radio Aksu car.",
     ["Attackers Damage Radio Aksu"]),
    ("maker of a camera", None,
     "Police seized a Canon camera from reporter Dana Vik.",
     ["Police Seizure Dana Vik"]),
    ("maker of a laptop", None,
     "Police seized the Microsoft laptop of reporter Dana Vik.",
     ["Police Seizure Dana Vik"]),
    ("named police chief", None,
     "Reporter Dana Vik was arrested by the police chief for Osh, Omar Keita.",
     ["Omar Keita Detention Dana Vik"]),
    ("named policeman among police", None,
     "Police raided the office of Radio Aksu. A police officer, Sam Mora, beat reporter Dana Vik. The police officer "
     "was fined.",
     ["Police Search Radio Aksu", "Sam Mora Assault Dana Vik"]),
    ("two policemen", None,
     "Police officers beat reporter Dana Vik in Osh. The policeman, Sam Mora, was fined. Another police officer, "
     "Omar Keita, was not.",
     ["Police officers Assault Dana Vik", "? Conviction Sam Mora"]),
    ("named soldier", None,
     "Sam Mora, a soldier, shot reporter Dana Vik. A soldier seized the phone of reporter Omar Keita.",
     ["Sam Mora Assault Dana Vik", "soldier Seizure Omar Keita"]),
    ("officer of a named force", None,
     "An officer of the Osh Police, Sam Mora, beat reporter Dana Vik.",
     ["Sam Mora Assault Dana Vik"]),
    ("stays in prison on a day", None,
     "Reporter Dana Vik was jailed on June 3. Vik remained in custody on Monday.",
     ["? Detention Dana Vik 2024-06-03"]),
    ("titles in a row", None,
     "Police arrested photojournalist, video blogger, and human rights defender Omar Keita.",
     ["Police Detention Omar Keita"]),
    ("guards of a company", None,
     "Reporter Omar Keita was beaten by SOCAR security guards and police officers.",
     ["SOCAR, police officers Assault Omar Keita"]),
    ("security officers of a company", None,
     "SOCAR guards beat reporter Dana Vik on Monday. A group of SOCAR security officers smashed the camera of "
     "reporter Omar Keita.",
     ["SOCAR Assault Dana Vik 2024-06-10", "SOCAR Damage Omar Keita 2024-06-10"]),
    ("letter more in a name", None,
     "Journalist Abdul Gadzhiyev was detained on Monday. Editor Abdul Gadzhiev was sentenced to 17 years on Friday.",
     ["? Detention Abdul Gadzhiyev 2024-06-10", "? Conviction Abdul Gadzhiyev 2024-06-07"]),
    ("one day told twice", None,
     "Journalist Omar Keita was attacked in Osh on 5 March 2024. Masked men beat a television journalist on 5 March "
     "2024, the group said.",
     ["Masked men Assault Omar Keita 2024-03-05"]),
    ("custody of the police", None,
     "Reporter Omar Keita was tortured in police custody.",
     ["police Assault Omar Keita"]),
    ("the brother of a woman", None,
     "Police also held the brother of journalist Ani Vik. The brother, Sarkis, was with Vik. He was charged with "
     "hooliganism.",
     ["Police Detention brother", "? Prosecution Sarkis"]),
    ("taken up by name", None,
     "A cameraman was beaten on Monday in Osh.\n\nThe cameraman, Omar Keita, was treated in hospital.",
     ["? Assault Omar Keita 2024-06-10"]),
    ("called alike", None,
     "A Radio Aksu correspondent has been found guilty today and fined.\n\nMikhal Keita, a correspondent with Radio "
     "Aksu, was detained on July 3.",
     ["? Conviction Mikhal Keita 2024-06-12", "? Detention Mikhal Keita 2023-07-03"]),
    ("another of that trade", None,
     "An editor was fined. Another editor, Omar Keita, was fined on Friday.",
     ["? Conviction Omar Keita 2024-06-07"]),
    ("one operation", None,
     "Police detained reporter Omar Keita on June 3 after his flat in Osh was searched and his computer seized.",
     ["Police Detention Omar Keita 2024-06-03", "Police Search Omar Keita", "Police Seizure Omar Keita"]),
    ("one assault", None,
     "Reporter Omar Keita was beaten by members of the village council. In addition, the journalist's camera was "
     "taken away and smashed.",
     ["members of the village council Assault Omar Keita",
      "members of the village council Seizure Omar Keita",
      "members of the village council Damage Omar Keita"]),
    ("another year, another band", None,
     "Police searched the home of reporter Omar Keita. The next year unknown men beat him.",
     ["Police Search Omar Keita", "unknown men Assault Omar Keita"]),
    ("what a raid results in", None,
     "Police raided the offices of two newspapers. The raids resulted in the detention of editor Omar Keita.",
     ["Police Search two newspapers", "Police Detention Omar Keita"]),
    ("cases of a practice", None,
     "Fiji's military regime has deported two foreign journalists. This is not the first time that the regime has "
     "deported journalists. In December 2008, it deported correspondent Dana Vik.",
     ["Fiji's military regime Expulsion two foreign journalists",
      "Fiji's military regime Expulsion journalists",
      "Fiji's military regime Expulsion Dana Vik 2008-12"]),
    ("another country", None,
     "Kazakh police arrested journalists at rallies. In Tajikistan, reporter Dana Vik was arrested.",
     ["Kazakh police Detention journalists", "? Detention Dana Vik"]),
    ("also", None,
     "Police searched the headquarters of Radio Tengri on June 3. Searches were also carried out at the home of "
     "reporter Omar Keita.",
     ["Police Search Radio Tengri 2024-06-03", "Police Search Omar Keita"]),
    ("a list that a line announces", None,
     "The union listed other cases of intimidation by the separatists in the region:\n\n19 May – the detention of "
     "reporter Omar Keita in Osh;\n\n6 May – the abduction of editor Dana Vik.",
     ["separatists Detention Omar Keita 2024-05-19", "separatists Abduction Dana Vik 2024-05-06"]),
    ("counted, then told one by one", None,
     "Three journalists were assaulted in Osh over the weekend.\n\nOn June 8, a police officer beat Dana Vik, a "
     "reporter for Radio Tengri. On June 7, producer Omar Keita was kicked by demonstrators. The same day, "
     "correspondent Li Wen was injured by a man in plain clothes.",
     ["police officer Assault Dana Vik 2024-06-08",
      "demonstrators Assault Omar Keita 2024-06-07",
      "man Assault Li Wen 2024-06-07"]),
    ("counted, then named together", None,
     "The Belarus authorities charged two journalists on Monday. A trial date has not been set for reporter Omar "
     "Keita and cameraman Li Wen.",
     ["Belarus authorities Prosecution Omar Keita, Li Wen 2024-06-10"]),
    ("counted, and others who write of it", None,
     "Two journalists were killed in 2023. Reporter Omar Keita and editor Dana Vik wrote about it.",
     ["? Killing Two journalists 2023"]),
    ("counted, then named as those", None,
     "A court found three journalists guilty on June 4. The imprisoned journalists – Omar Keita, Dana Vik, and Li "
     "Wen – are members of a union.",
     ["court Conviction Omar Keita, Dana Vik, Li Wen 2024-06-04", "? Detention Omar Keita, Dana Vik, Li Wen"]),
    ("these attacks", None,
     "Three journalists were assaulted in Osh. These attacks against journalists are unacceptable.",
     ["? Assault Three journalists"]),
    ("whose cell", None,
     "Reporter Omar Keita is being held in a KGB cell in Minsk.",
     ["KGB Detention Omar Keita"]),
    ("whose prison", None,
     "Reporter Omar Keita is held in the KGB's prison.",
     ["KGB Detention Omar Keita"]),
    ("convicted and imprisoned", None,
     "Reporter Omar Keita was convicted and imprisoned on libel charges.",
     ["? Conviction Omar Keita"]),
    ("to have charges dropped", None,
     "Reporter Omar Keita was charged in May. The union's head Dana Vik said she would seek to have all charges "
     "against him dropped.",
     ["? Prosecution Omar Keita 2024-05"]),
    ("a list left open", None,
     "Officers approached reporter Omar Keita, who was filming when they came up, shouted, and took him to the "
     "police station.",
     ["Officers Detention Omar Keita"]),
    ("passives in a row", None,
     "Producer Omar Keita was pushed to the ground, kicked in the stomach, and beaten by police officers.",
     ["police officers Assault Omar Keita"]),
    ("who looks on", None,
     "Police raided Omar Keita's home and arrested him in front of his family members pointing guns at him.",
     ["Police Search Omar Keita", "Police Detention Omar Keita", "Police Threat Omar Keita"]),
    ("troops and guards", "Troops beat reporters",
     "The National Guard attacked reporter Omar Keita on Monday. Guards took his camera.",
     ["National Guard Assault Omar Keita 2024-06-10"]),
    ("some of these", None,
     "Journalists Omar Keita and Dana Vik were fined. The homes of some of these journalists were searched, their "
     "computers were seized.",
     ["? Conviction Omar Keita, Dana Vik", "? Search some of these journalists", "? Seizure some of these journalists"]),
    ("near-fatal", None,
     "Reporter Omar Keita was attacked by five men. The union deplored the near-fatal attack on Keita.",
     ["five men Assault Omar Keita"]),
    ("two bodies before one noun", None,
     "On June 8, police and security forces raided the office of editor Omar Keita.",
     ["police, security forces Search Omar Keita 2024-06-08"]),
    ("the three", None,
     "A court fined reporter Omar Keita and cameraman Li Wen. Their driver, Anders Vik, was freed. The three were "
     "beaten.",
     ["court Conviction Omar Keita, Li Wen", "? Release Anders Vik", "? Assault Omar Keita, Li Wen, Anders Vik"]),
    ("a journalist and somebody else", None,
     "A journalist and a friend were shot dead on June 3. Omar Keita was shot dead at once.",
     ["? Killing journalist, friend 2024-06-03", "? Killing Omar Keita"]),
    ("among those arrested", None,
     "Police arrested dozens of protesters in Osh on June 3. Among those arrested were reporters Omar Keita "
     "and Dana Serikova.",
     ["Police Detention dozens of protesters, Omar Keita, Dana Serikova 2024-06-03"]),
    ("the attack on him", None,
     "Omar Keita was beaten by three men. The editor of Arna, Anton Vik, said he believed it was linked with "
     "Keita's work. The attack on him was the seventh this year.",
     ["three men Assault Omar Keita 2024"]),
    ("he in a quote", None,
     "Omar Keita was held in Osh. His lawyer, Anton Vik, told the union: “He was beaten by the guards.”",
     ["? Detention Omar Keita", "guards Assault Omar Keita"]),
    ("two in a headline", "Reporter and cameraman attacked by men",
     "Omar Keita and Anton Vik were attacked in Osh on June 3.",
     ["men Assault Omar Keita, Anton Vik 2024-06-03"]),
    ("strangers in the headline", "Radio journalist killed by man",
     "On June 3, radio host Omar Keita was shot dead by a man who said he disliked him.",
     ["man Killing Omar Keita 2024-06-03"]),
    ("a killing by strangers twice", None,
     "Gunmen killed journalist Omar Keita on June 3. Two unidentified men murdered Keita at his door.",
     ["Gunmen Killing Omar Keita 2024-06-03"]),
    ("who works elsewhere", None,
     "On Friday, a court sentenced a journalist with Radio Aksu to six years in prison. That day Radio "
     "Tengri’s Omar Keita was convicted in a closed-door trial.",
     ["? Conviction Omar Keita 2024-06-07", "court Conviction journalist 2024-06-07"]),
    ("two verdicts side by side", None,
     "A court convicted Omar Keita of tax evasion in May. Li Wen, another activist, was sentenced to four years.",
     ["? Conviction Li Wen", "court Conviction Omar Keita 2024-05"]),
    ("injuries at a rally", None,
     "The rally held on June 3 was subjected to brutal violence by police. Reporters Dana Serikova and Omar "
     "Keita received injuries.",
     ["police Assault Dana Serikova, Omar Keita 2024-06-03"]),
    ("general violence keeps its agent open", None,
     "The union decried acts of violence against journalists. The rally held on June 3 was subjected to "
     "violence by police.",
     ["? Assault journalists"]),
    ("the publisher of a weekly", None,
     "The publisher of a weekly was arrested on June 3. Publisher Dana Serikova was arrested at home.",
     ["? Detention Dana Serikova 2024-06-03"]),
    ("a man and the man", None,
     "An Osh man was arrested after he threatened reporter Omar Keita. The man was fined.",
     ["? Conviction Osh man", "? Detention Osh man", "Osh man Threat Omar Keita"]),
    ("in the attack", None, "Soldiers beat reporter Omar Keita. His camera was broken in the attack.",
     ["Soldiers Assault Omar Keita", "Soldiers Damage Omar Keita"]),
    ("when he was held", None, "Reporter Omar Keita was tortured by rebels when he was held captive.",
     ["rebels Assault Omar Keita", "rebels Detention Omar Keita"]),
    ("as part of a campaign", None, "Reporter Omar Keita was arrested as part of the police's campaign.",
     ["police Detention Omar Keita"]),
    ("an agent of both passives", None, "Reporter Omar Keita was detained and beaten by soldiers.",
     ["soldiers Detention Omar Keita", "soldiers Assault Omar Keita"]),
    ("one dies once", None, "Reporter Omar Keita was killed on June 3. Keita was killed in May 2024.",
     ["? Killing Omar Keita 2024-06-03"]),
    ("a named victim's assault lends no injury", None,
     "Soldiers beat reporter Omar Keita. Editor Dana Serikova was injured.",
     ["Soldiers Assault Omar Keita", "? Assault Dana Serikova"]),
    ("a former attack", None,
     "Reporter Omar Keita was shot on June 3. Keita had been assaulted by troops twice before.",
     ["? Assault Omar Keita 2024-06-03", "troops Assault Omar Keita"]),
    ("a former attack is not the death's", None,
     "Reporter Omar Keita was killed in June. Keita had previously been attacked by soldiers.",
     ["? Killing Omar Keita 2024-06", "soldiers Assault Omar Keita"]),
    ("a former arrest lends the release no agent", None,
     "Reporter Omar Keita was arrested on June 3. Keita had previously been arrested by troops. He was freed.",
     ["? Detention Omar Keita 2024-06-03", "troops Detention Omar Keita", "? Release Omar Keita"]),
    ("who beat the second is not said", None,
     "Police beat reporter Omar Keita in Osh. Keita and reporter Dana Vik were beaten and forced to sign.",
     ["Police Assault Omar Keita", "? Assault Omar Keita, Dana Vik"]),
    ("shot and killed", None,
     "Reporter Omar Keita was shot and killed in May 2024. Keita was shot in his car.",
     ["? Killing Omar Keita 2024-05"]),
    ("a group calling itself", None,
     "Fighters of a group calling itself the Free Army of Nord abducted reporter Omar Keita.",
     ["Free Army of Nord Abduction Omar Keita"]),
]  # fmt: skip
TABLE = [*NEARBY, *ONE, *SEVERAL, *INFERRED]


@pytest.mark.parametrize(("title", "text", "expected"), [c[1:] for c in TABLE], ids=[c[0] for c in TABLE])
def test_happenings(title: str | None, text: str, expected: list[str]) -> None:
    assert sorted(events(read(text, title))) == sorted(expected)


QUOTES = [
    ("The newspaper Aksu Weekly was raided by police and placed under a board of trustees.",
     "placed under a board of trustees"),
    ("Reporter Omar Keita was forced to delete his reports from his channel.", "to delete his reports from his channel"),
    ("Reporter Omar Keita was beaten during his arrest at home, the Press Union said.", "during his arrest at home"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_a_quote_holds_what_its_verb_governs(text: str, expected: str) -> None:
    assert [e.evidence.quote for e in read(text).events if expected in e.evidence.quote]


def test_a_call_is_tied_to_what_it_speaks_about() -> None:
    claims = read("Police detained reporter Omar Keita. The union called on police to release Keita.")
    detention, release = claims.events
    assert (release.factuality.value, release.about) == ("demanded", detention.id)


def test_the_evidence_of_a_merged_event_names_whom_it_befell() -> None:
    text = (
        "On June 3, Dana Vik, along with two other Arna TV reporters – Li Wen and Omar Keita – was detained. They were "
        "charged with smuggling, and were placed in four-month pre-trial detention."
    )
    detention = next(e for e in read(text).events if e.type is EventType.DETENTION)
    assert detention.evidence.quote.endswith("was detained")


def test_the_evidence_of_a_merged_event_stands_in_the_body() -> None:
    claims = read("On June 3, officers in Osh beat reporter Omar Keita.", title="Reporter beaten in Osh")
    (event,) = claims.events
    assert event.evidence.quote == "On June 3, officers in Osh beat reporter Omar Keita"
