"""How acts are told: sentence → the reading of each act's word. All people, outlets and places are invented.

The first table needs no parser: it reads trees made by hand, in both label schemes. The second reads sentences with the
shipped pipeline and stays with what a trigger's reading is, whoever takes part; the third goes all the way to claims.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from spacy.language import Language
from trees import tree

from graphbuild import language
from graphbuild.errors import DataError
from graphbuild.extract.factuality import FactualityReader
from graphbuild.extract.reader import claims_of, syntax_of
from graphbuild.extract.tokens import Doc
from graphbuild.ids import digest
from graphbuild.lexicons.words import Cue, SpeechVerb, load_words, parse_words
from graphbuild.model import Claims, Document, Role


def readings(doc: Doc, expected: str) -> set[str]:
    """Return the readings of the words that stand in the expectation."""
    reader = FactualityReader(syntax_of(doc))
    words = {pair.split()[1] for pair in expected.split(", ")}
    return {f"{reader.read(t).factuality.value} {t.text}" for t in doc if t.text in words}


@cache
def pipeline() -> Language:
    return language.load()


@cache
def read(text: str) -> Claims:
    document = Document(id="t", text=text, sha256=digest(text), published=date(2024, 6, 12))
    return claims_of(document, language.parse_text(text, pipeline()))


TREES = [
    ("a call, and a relative clause in it", "demanded release, reported beaten", """
Police NNS 3 nsubj
should MD 3 aux
release VB 0 root
Lena NNP 3 obj
who WP 7 nsubj:pass
was/be AUX 7 aux:pass
beaten/beat VBN 4 acl:relcl
"""),
    ("a call in CLEAR labels", "demanded release, reported beaten", """
Police NNS 3 nsubj
should MD 3 aux
release VB 0 ROOT
Lena NNP 3 dobj
who WP 7 nsubjpass
was/be AUX 7 auxpass
beaten/beat VBN 4 relcl
"""),
    ("call on, as the guidelines have it", "demanded release", """
Unions/union NNS 2 nsubj
called/call VBD 0 root
on IN 4 case
police NNS 2 obl
to TO 6 mark
release VB 2 advcl
Lena NNP 6 obj
"""),
    ("call on, the infinitive hung on the noun", "demanded release", """
Unions/union NNS 2 nsubj
called/call VBD 0 root
on IN 4 case
police NNS 2 obl
to TO 6 mark
release VB 4 acl
Lena NNP 6 obj
"""),
    ("call on, in CLEAR labels", "demanded release", """
Unions/union NNS 2 nsubj
called/call VBD 0 ROOT
on IN 2 prep
police NNS 3 pobj
to TO 6 aux
release VB 2 advcl
Lena NNP 6 dobj
"""),
    ("stopping presupposes", "reported harassing", """
Police NNS 3 nsubj
must MD 3 aux
stop VB 0 root
harassing/harass VBG 3 xcomp
Lena NNP 4 obj
"""),
    ("refusal", "denied release", """
Police NNS 2 nsubj
refused/refuse VBD 0 root
to TO 4 mark
release VB 2 xcomp
Lena NNP 4 obj
"""),
    ("a failure to prevent", "reported attack", """
Police NNS 2 nsubj
failed/fail VBD 0 root
to TO 4 mark
prevent VB 2 xcomp
an DT 6 det
attack NN 4 obj
on IN 8 case
Lena NNP 6 nmod
"""),
    ("implicative", "reported delete", """
Police NNS 2 nsubj
forced/force VBD 0 root
Lena NNP 2 obj
to TO 5 mark
delete VB 2 xcomp
footage NN 5 obj
"""),
    ("a negated implicative", "denied arrest", """
Police NNS 4 nsubj
did/do AUX 4 aux
not RB 4 advmod
manage VB 0 root
to TO 6 mark
arrest VB 4 xcomp
Lena NNP 6 obj
"""),
    ("purpose", "planned arrest", """
Police NNS 2 nsubj
came/come VBD 0 root
to TO 4 mark
arrest VB 2 advcl
Lena NNP 4 obj
"""),
    ("accusation", "alleged beating", """
Lena NNP 2 nsubj
accused/accuse VBD 0 root
police NNS 2 obj
of IN 5 mark
beating/beat VBG 2 advcl
her PRP 5 obj
"""),
    ("accusation in CLEAR labels", "alleged beating", """
Lena NNP 2 nsubj
accused/accuse VBD 0 ROOT
police NNS 2 dobj
of IN 2 prep
beating/beat VBG 4 pcomp
her PRP 5 dobj
"""),
    ("denial", "denied beat", """
Police NNS 2 nsubj
denied/deny VBD 0 root
that IN 5 mark
officers/officer NNS 5 nsubj
beat VBD 2 ccomp
Lena NNP 5 obj
"""),
    ("a denial that is denied", "alleged beat", """
Police NNS 4 nsubj
did/do AUX 4 aux
not RB 4 advmod
deny VB 0 root
that IN 7 mark
officers/officer NNS 7 nsubj
beat VBD 4 ccomp
Lena NNP 7 obj
"""),
    ("negation over two verbs", "denied charged, denied tried", """
Lena NNP 4 nsubj:pass
was/be AUX 4 aux:pass
not RB 4 advmod
charged/charge VBN 0 root
or CC 6 cc
tried/try VBN 4 conj
"""),
    ("negation over the first of two", "denied beaten, reported arrested", """
Lena NNP 4 nsubj:pass
was/be AUX 4 aux:pass
not RB 4 advmod
beaten/beat VBN 0 root
but CC 7 cc
was/be AUX 7 aux:pass
arrested/arrest VBN 4 conj
"""),
    ("condition", "hypothetical arrest, planned jail", """
If IN 3 mark
police NNS 3 nsubj
arrest VBP 7 advcl
Lena NNP 3 obj
they PRP 7 nsubj
will MD 7 aux
jail VB 0 root
her PRP 7 obj
"""),
    ("without", "reported detained, denied charge", """
Lena NNP 3 nsubj:pass
was/be AUX 3 aux:pass
detained/detain VBN 0 root
without IN 5 case
charge NN 3 obl
"""),
    ("wish", "demanded released", """
We PRP 2 nsubj
want VBP 0 root
Lena NNP 2 obj
released/release VBN 2 xcomp
"""),
    ("a word of doubt set beside its clause", "alleged beat", """
Police NNS 2 nsubj
beat VBD 0 root
Lena NNP 2 obj
he PRP 5 nsubj
claimed/claim VBD 2 parataxis
"""),
    ("a cause under a call", "demanded release, reported detained", """
Police NNS 3 nsubj
should MD 3 aux
release VB 0 root
Lena NNP 3 obj
because IN 8 mark
she PRP 8 nsubj:pass
was/be AUX 8 aux:pass
detained/detain VBN 3 advcl
"""),
    ("a doubted agent", "alleged killed", """
Lena NNP 3 nsubj:pass
was/be AUX 3 aux:pass
killed/kill VBN 0 root
by IN 6 case
suspected/suspect JJ 6 amod
gunmen/gunman NNS 3 obl:agent
"""),
    ("the presupposed act and the demanded one", "demanded release, reported arrest", """
Police NNS 3 nsubj
should MD 3 aux
release VB 0 root
Lena NNP 3 obj
from IN 7 case
house NN 7 compound
arrest NN 3 obl
"""),
    ("a mere possibility of what is spoken of", "reported murder", """
Agents/agent NNS 3 nsubj
may MD 3 aux
know VB 0 root
the DT 5 det
murder NN 3 obj
"""),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "text"), [c[1:] for c in TREES], ids=[c[0] for c in TREES])
def test_reading_of_a_tree(expected: str, text: str) -> None:
    assert readings(Doc.of(tree(text)), expected) == set(expected.split(", "))


SENTENCES = [
    ("They will jail Omar Keita, but only after they torture him.", "planned jail, hypothetical torture"),
    ("Omar Keita was arrested on April 5 on suspicion he had participated in the murder of Lena Okoye.", "alleged murder"),
    ("The last man would either be shot by guards or be killed by Omar Keita.", "hypothetical shot, hypothetical killed"),
    ("A blogger alleged that police took Lena Okoye to a bar where agents beat her.", "alleged beat"),
    ("Lena Okoye alleged that police beat her outside the bar, which was raided on Monday.", "reported raided"),
    ("A campaign for the release of Lena Okoye began.", "demanded release"),
    ("A campaign of arrests began.", "reported arrests"),
    ("Officials denied allegations police beat Lena Okoye.", "denied beat"),
    ("Police denied claims officers had beaten Lena Okoye.", "denied beaten"),
    ("They should drop any charges against Lena Okoye.", "hypothetical charges"),
    ("Police did not free Lena Okoye until Monday.", "reported free"),
    ("The court barred Lena Okoye from work after her eventual release.", "planned release"),
    ("The union condemned a government decision to suspend Radio Zora.", "reported suspend"),
    ("The court postponed its decision to jail Lena Okoye.", "denied jail"),
    ("The allegations he made led police to arrest Lena Okoye.", "reported arrest"),
    # told as fact
    ("Police beat reporter Lena Okoye on Monday.", "reported beat"),
    ("Lena Okoye was beaten by two officers.", "reported beaten"),
    ("Officers arrested Lena Okoye and seized her camera.", "reported arrested, reported seized"),
    ("Police attack two journalists in Marava", "reported attack"),
    ("Court jails editor for three years", "reported jails"),
    ("The arrest of Lena Okoye shocked the newsroom.", "reported arrest"),
    ("Lena Okoye, who was beaten in custody, works for the weekly Zora.", "reported beaten"),
    ("Reporters arrested on Monday were taken to Marava.", "reported arrested"),
    ("Police raided the office, arresting three reporters.", "reported raided, reported arresting"),
    ("Lena Okoye fled the country after being beaten by soldiers.", "reported beaten"),
    ("Lena Okoye was detained because she had filmed the raid.", "reported detained, reported raid"),
    ("When officers arrested Lena Okoye, they broke her arm.", "reported arrested, reported broke"),
    ("Police beat her before they arrested her.", "reported beat, reported arrested"),
    ("Lena Okoye was held for two days before being released.", "reported held, reported released"),
    ("Lena Okoye was held until police released her on Friday.", "reported held, reported released"),
    ("Officers not only beat Lena Okoye but also seized her phone.", "reported beat, reported seized"),
    ("Police have detained Lena Okoye.", "reported detained"),
    ("Lena Okoye is being held in Marava.", "reported held"),
    ("Lena Okoye was the third reporter to be arrested this month.", "reported arrested"),
    ("The ministry dismissed reports of the arrest of Lena Okoye.", "denied arrest"),
    ("Reports of the arrest of Lena Okoye are false.", "denied arrest"),
    ("The ministry called reports of the arrest of Lena Okoye a lie.", "denied arrest"),
    ("Nils Vargo spread false reports of the arrest of Lena Okoye.", "denied arrest"),
    ("The ministry did not deny reports of the arrest of Lena Okoye.", "alleged arrest"),
    ("Police did not comment on reports of the killing of Lena Okoye.", "reported killing"),
    ("It is not true that police beat Lena Okoye.", "denied beat"),
    ("Contrary to reports that police had arrested Lena Okoye, she is in Marava.", "denied arrested"),
    ("The story that police arrested Lena Okoye was made up.", "denied arrested"),
    ("The reports that police arrested Lena Okoye are not false.", "hypothetical arrested"),
    ("Reports about the arrest of Lena Okoye are not true.", "denied arrest"),
    ("The ministry said information about the arrest of Lena Okoye did not correspond to reality.", "denied arrest"),
    ("The reports that police arrested Lena Okoye are not true.", "denied arrested"),
    ("No report on the torture of Lena Okoye was published.", "reported torture"),
    ("Rumours that police had arrested Lena Okoye proved false.", "denied arrested"),
    ("The reports that police had arrested Lena Okoye proved true.", "reported arrested"),
    ("Lena Okoye was mistakenly reported to have been killed by soldiers.", "denied killed"),
    ("The arrest of Lena Okoye was a hoax.", "denied arrest"),
    ("The charge against Lena Okoye is false.", "reported charge"),
    ("The court found no evidence of the torture of Lena Okoye.", "hypothetical torture"),
    ("The court rejected a lawsuit by Nils Vargo against Lena Okoye.", "reported lawsuit"),
    ("Journalists in Marava are often beaten by police.", "hypothetical beaten"),
    ("Soldiers stormed the studio and beat the staff with batons.", "reported stormed, reported beat"),
    ("The officers used batons to beat the reporters.", "reported beat"),
    ("The police responded by arresting the editor.", "reported arresting"),
    # attribution without doubt
    ("Lena Okoye said that officers beat her.", "reported beat"),
    ("Officers beat her, Lena Okoye told the union.", "reported beat"),
    ("According to the union, soldiers arrested two reporters.", "reported arrested"),
    ('"Officers hit me in the face," Lena Okoye said.', "reported hit"),
    ("The union reported that soldiers had arrested Lena Okoye.", "reported arrested"),
    ("The ministry confirmed that soldiers had killed Lena Okoye.", "reported killed"),
    ("The lawyer said Lena Okoye was beaten and robbed.", "reported beaten, reported robbed"),
    # calls
    ("Authorities should release Lena Okoye.", "demanded release"),
    ("Authorities must release Lena Okoye immediately.", "demanded release"),
    ("The union called on police to release Lena Okoye.", "demanded release"),
    ("The union urged the president to release Lena Okoye.", "demanded release"),
    ("The union calls for the immediate release of Lena Okoye.", "demanded release"),
    ("The union demands that Lena Okoye be released.", "demanded released"),
    ("The union demanded the release of Lena Okoye.", "demanded release"),
    ("Zora asked the court to free its editor.", "demanded free"),
    ("Prosecutors requested the arrest of the editor.", "demanded arrest"),
    ("The deputy wants police to arrest the editor.", "demanded arrest"),
    ("The minister ordered police to arrest the editor.", "demanded arrest"),
    ("The editor has to be released.", "demanded released"),
    ("Release Lena Okoye now.", "demanded Release"),
    ("Lena Okoye must be released and compensated.", "demanded released"),
    ("Officers who beat Lena Okoye should be arrested.", "reported beat, demanded arrested"),
    ("His family appealed to the president to free the editor.", "demanded free"),
    # presupposed in a call
    ("Authorities should release Lena Okoye from house arrest.", "demanded release, reported arrest"),
    ("Police must stop harassing Lena Okoye.", "reported harassing"),
    ("Police should stop the harassment of Lena Okoye.", "reported harassment"),
    ("Authorities should investigate the assault on Lena Okoye.", "reported assault"),
    ("The union urged police to investigate the killing of Lena Okoye.", "reported killing"),
    ("The union called for an investigation into the beating of Lena Okoye.", "reported beating"),
    ("The union demanded an end to the harassment of Lena Okoye.", "reported harassment"),
    ("Police should release Lena Okoye, who was beaten in custody.", "demanded release, reported beaten"),
    ("Police should release Lena Okoye, arrested on Monday.", "demanded release, reported arrested"),
    ("Those who attacked Lena Okoye must be punished.", "reported attacked"),
    ("The officers must be punished for beating Lena Okoye.", "reported beating"),
    ("The union condemned the arrest of Lena Okoye.", "reported arrest"),
    ("The government must refrain from jailing Lena Okoye.", "denied jailing"),
    ("The union condemns attacks on the staff of Zora.", "reported attacks"),
    ("The minister should apologize for insulting Lena Okoye.", "reported insulting"),
    ("The ministry should explain why police arrested Lena Okoye.", "reported arrested"),
    ("Police should release Lena Okoye, because she was arrested for her work.", "demanded release, reported arrested"),
    ("The court must overturn the conviction of Lena Okoye.", "reported conviction"),
    ("Lena Okoye should never have been arrested.", "reported arrested"),
    # denial and negation
    ("Police did not arrest Lena Okoye.", "denied arrest"),
    ("Police never arrested Lena Okoye.", "denied arrested"),
    ("Lena Okoye was not beaten.", "denied beaten"),
    ("Police denied that officers had beaten Lena Okoye.", "denied beaten"),
    ("Police denied beating Lena Okoye.", "denied beating"),
    ("The ministry rejected allegations that soldiers beat Lena Okoye.", "denied beat"),
    ("The ministry denied the beating of Lena Okoye.", "denied beating"),
    ("No one was arrested.", "denied arrested"),
    ("No journalists were arrested.", "denied arrested"),
    ("Police arrested nobody.", "denied arrested"),
    ("None of the reporters was beaten.", "denied beaten"),
    ("Not a single reporter was beaten.", "denied beaten"),
    ("Neither the editor nor the reporter was arrested.", "denied arrested"),
    ("Lena Okoye was detained without charge.", "reported detained, denied charge"),
    ("Police released her without charging her.", "reported released, denied charging"),
    ("Police questioned her instead of arresting her.", "reported questioned, denied arresting"),
    ("Police refused to release Lena Okoye.", "denied release"),
    ("Police failed to arrest the attackers.", "denied arrest"),
    ("Police declined to arrest the attackers.", "denied arrest"),
    ("Lena Okoye avoided arrest.", "denied arrest"),
    ("There were no attacks on the staff.", "denied attacks"),
    ("The attack on Lena Okoye never happened.", "denied attack"),
    ("Lena Okoye was not arrested or charged.", "denied arrested, denied charged"),
    ("At no point did police arrest Lena Okoye.", "denied arrest"),
    ("Police prevented the arrest of the editor.", "denied arrest"),
    ("Police were unable to arrest the editor.", "denied arrest"),
    ("Lena Okoye was arrested but not charged.", "reported arrested, denied charged"),
    ("It was not police who beat Lena Okoye.", "denied beat"),
    # double negation
    ("Police failed to prevent the attack on Lena Okoye.", "reported attack"),
    ("The ministry did not deny that soldiers beat Lena Okoye.", "alleged beat"),
    ("Officers did not hesitate to beat Lena Okoye.", "reported beat"),
    ("There is no doubt that soldiers killed Lena Okoye.", "reported killed"),
    # possibility, condition, question
    ("Lena Okoye could be arrested.", "hypothetical arrested"),
    ("Police may arrest Lena Okoye.", "hypothetical arrest"),
    ("Lena Okoye might have been beaten.", "hypothetical beaten"),
    ("Lena Okoye risks being arrested.", "hypothetical arrested"),
    ("Lena Okoye risks arrest.", "hypothetical arrest"),
    ("Lena Okoye faces deportation.", "hypothetical deportation"),
    ("Lena Okoye fears that police will arrest her.", "hypothetical arrest"),
    ("The editor fled for fear of arrest.", "hypothetical arrest"),
    ("If police arrest Lena Okoye, the union will protest.", "hypothetical arrest"),
    ("Unless police release Lena Okoye, the union will strike.", "hypothetical release"),
    ("Police did not say whether they had arrested Lena Okoye.", "hypothetical arrested"),
    ("Did police beat Lena Okoye?", "hypothetical beat"),
    ("Was Lena Okoye arrested?", "hypothetical arrested"),
    ("Who killed Lena Okoye?", "reported killed"),
    ("Why did police arrest Lena Okoye?", "reported arrest"),
    ("It is unclear why police arrested Lena Okoye.", "reported arrested"),
    ("It is unclear whether police arrested Lena Okoye.", "hypothetical arrested"),
    ("The law allows police to arrest journalists.", "hypothetical arrest"),
    ("Police can arrest journalists under the law.", "hypothetical arrest"),
    ("Anyone who insults the president is arrested.", "hypothetical insults, hypothetical arrested"),
    ("Any attack on a journalist is an attack on us all.", "hypothetical attack"),
    ("Perhaps police arrested Lena Okoye.", "hypothetical arrested"),
    ("Lena Okoye is likely to be arrested.", "hypothetical arrested"),
    ("The threat of arrest hangs over the editor.", "planned arrest"),
    ("In case of arrest, call the union.", "hypothetical arrest"),
    ("Police nearly killed Lena Okoye.", "attempted killed"),
    # plans
    ("Police will arrest Lena Okoye.", "planned arrest"),
    ("The ministry plans to deport Lena Okoye.", "planned deport"),
    ("The court decided to release Lena Okoye.", "planned release"),
    ("Police promised to release Lena Okoye.", "planned release"),
    ("Lena Okoye is to be deported on Friday.", "planned deported"),
    ("Lena Okoye is expected to be released soon.", "planned released"),
    ("Soldiers threatened to kill Lena Okoye.", "planned kill"),
    ("Officers came to arrest Lena Okoye.", "planned arrest"),
    ("Soldiers surrounded the house to arrest the editor.", "planned arrest"),
    ("The plan to arrest the editor was leaked.", "planned arrest"),
    ("Police are going to arrest the editor.", "planned arrest"),
    ("Police to release reporter on Friday", "planned release"),
    ("Lena Okoye said the court would release her.", "hypothetical release"),
    ("Police will release Lena Okoye once she pays.", "planned release"),
    # attempts
    ("Soldiers tried to arrest Lena Okoye.", "attempted arrest"),
    ("Police attempted to seize her phone.", "attempted seize"),
    ("The attempt to silence the editor failed.", "attempted silence"),
    ("The union denounced efforts to silence the editor.", "attempted silence"),
    ("Police sought to arrest the editor.", "attempted arrest"),
    # implicatives
    ("Officers forced her to delete her footage.", "reported delete"),
    ("Officers made her delete her footage.", "reported delete"),
    ("Lena Okoye was forced to flee.", "reported flee"),
    ("Soldiers managed to arrest the editor.", "reported arrest"),
    ("Police did not manage to arrest the editor.", "denied arrest"),
    ("Neighbours helped police to arrest the editor.", "reported arrest"),
    ("Police began to arrest reporters.", "reported arrest"),
    ("Police continued to harass the editor.", "reported harass"),
    ("The editor had to flee.", "reported flee"),
    ("Witnesses saw officers beat Lena Okoye.", "reported beat"),
    ("Officers can be seen beating Lena Okoye.", "reported beating"),
    ("Police kept harassing Lena Okoye.", "reported harassing"),
    ("Officers ended up arresting the editor.", "reported arresting"),
    # allegations
    ("Lena Okoye was allegedly beaten by officers.", "alleged beaten"),
    ("Officers allegedly beat and robbed Lena Okoye.", "alleged beat, alleged robbed"),
    ("Lena Okoye accused police of beating her.", "alleged beating"),
    ("A guard was accused of the murder of Lena Okoye.", "alleged murder"),
    ("The union blamed police for the attack on Lena Okoye.", "alleged attack"),
    ("A guard was suspected of the abduction of Lena Okoye.", "alleged abduction"),
    ("A guard was not accused of the murder of Lena Okoye.", "hypothetical murder"),
    ("A guard was convicted of killing Lena Okoye.", "reported convicted, reported killing"),
    ("A guard was not convicted of killing Lena Okoye.", "denied convicted, hypothetical killing"),
    ("A guard could be sentenced for killing Lena Okoye.", "hypothetical sentenced, hypothetical killing"),
    ("A guard was cleared of killing Lena Okoye.", "reported cleared, denied killing"),
    ("Lena Okoye claimed that officers beat her.", "alleged beat"),
    ("The officers are suspected of killing Lena Okoye.", "alleged killing"),
    ("The union believes that soldiers killed Lena Okoye.", "alleged killed"),
    ("The alleged beating of Lena Okoye took place on Monday.", "alleged beating"),
    ("Lena Okoye is believed to have been killed.", "alleged killed"),
    ("Lena Okoye was arrested for allegedly insulting the president.", "reported arrested, alleged insulting"),
    ("A guard was charged with beating Lena Okoye.", "reported charged, alleged beating"),
    ("Two men were arrested on suspicion of killing Lena Okoye.", "reported arrested, alleged killing"),
    ("Lena Okoye was killed by suspected militants.", "alleged killed"),
    ("Police investigated allegations of torture.", "alleged torture"),
    ("Officers seem to have beaten Lena Okoye.", "alleged beaten"),
    ("Police should investigate claims that officers beat Lena Okoye.", "alleged beat"),
    ("A guard was convicted of killing Lena Okoye.", "reported killing"),
    # nouns in company
    ("A wave of arrests followed.", "reported arrests"),
    ("Police carried out arrests in Marava.", "reported arrests"),
    ("Police will carry out the arrest on Friday.", "planned arrest"),
    ("The editor denied the charges.", "reported charges"),
    ("Officers could be punished for the beating of Lena Okoye.", "reported beating"),
    ("Despite the arrest of its editor, Zora published the story.", "reported arrest"),
    # further company, order and mood
    ("The union called on the authorities to release Lena Okoye.", "demanded release"),
    ("A rally for the release of Lena Okoye was held.", "demanded release"),
    ("The committee pressed for the release of Lena Okoye.", "demanded release"),
    ("Both reporters should be freed and the officers who beat them punished.", "demanded freed, reported beat"),
    ("Police must not arrest Lena Okoye.", "denied arrest"),
    ("Journalists should not be jailed for their work.", "denied jailed"),
    ("The union urged police not to arrest Lena Okoye.", "denied arrest"),
    ("It is time to release Lena Okoye.", "demanded release"),
    ("The president should pardon Lena Okoye, who has been imprisoned since May.", "reported imprisoned"),
    ("The union welcomed the release of Lena Okoye.", "reported release"),
    ("The union thanked the court for releasing Lena Okoye.", "reported releasing"),
    ("The union criticized police for arresting Lena Okoye.", "reported arresting"),
    ("The court ordered the arrest of the editor.", "demanded arrest"),
    ("Police had orders to arrest the editor.", "demanded arrest"),
    ("A decision to arrest the editor was leaked.", "planned arrest"),
    ("The minister is willing to release the editor.", "planned release"),
    ("The minister said he would sue the editor.", "hypothetical sue"),
    ("The minister said the editor will be arrested.", "planned arrested"),
    ("The lawyer said that Lena Okoye could be beaten in custody.", "hypothetical beaten"),
    ("The lawyer feared Lena Okoye had been killed.", "hypothetical killed"),
    ("The lawyer hopes that Lena Okoye will be released.", "hypothetical released"),
    ("Police reportedly beat Lena Okoye.", "reported beat"),
    ("Lena Okoye may be arrested if she returns.", "hypothetical arrested"),
    ("Had police arrested her, she would have died in custody.", "hypothetical arrested"),
    ("Police were about to arrest Lena Okoye.", "planned arrest"),
    ("Lena Okoye narrowly escaped arrest.", "denied arrest"),
    ("Police stopped short of arresting Lena Okoye.", "denied arresting"),
    ("Rather than arresting the attackers, police arrested Lena Okoye.", "denied arresting, reported arrested"),
    ("Police promised not to arrest Lena Okoye.", "denied arrest"),
    ("Lena Okoye returned home only to be arrested.", "reported arrested"),
    ("Lena Okoye went to the rally to film it and was beaten.", "reported beaten"),
    ("Lena Okoye was beaten while filming a rally.", "reported beaten"),
    ("Lena Okoye left before police could arrest her.", "hypothetical arrest"),
    ("Lena Okoye remains jailed.", "reported jailed"),
    ("Lena Okoye is no longer detained.", "reported detained"),
    ("Police still hold Lena Okoye.", "reported hold"),
    ("Beaten and robbed, Lena Okoye went to the police.", "reported Beaten, reported robbed"),
    ("Police beat Lena Okoye, according to her lawyer.", "reported beat"),
    ("Police neither confirmed nor denied that they had arrested Lena Okoye.", "hypothetical arrested"),
    ("The police chief denied having arrested Lena Okoye.", "denied arrested"),
    ("The mayor rejected accusations that he threatened Lena Okoye.", "denied threatened"),
    ("Hardly any journalists were arrested.", "denied arrested"),
    ("Lena Okoye could face charges after being arrested on Monday.", "reported arrested"),
    ("Lena Okoye, arrested on Monday, could be deported.", "reported arrested, hypothetical deported"),
    ("The editor was acquitted of insulting the president.", "denied insulting"),
    ("Prosecutors accuse the editor of insulting the president.", "alleged insulting"),
    ("The ministry warned that it would arrest the editor.", "hypothetical arrest"),
    ("Officers told Lena Okoye that they would kill her.", "hypothetical kill"),
    ("Officers told Lena Okoye to stop filming or they would arrest her.", "hypothetical arrest"),
    ("The footage shows officers beating Lena Okoye.", "reported beating"),
    ("A video that shows police beating Lena Okoye went viral.", "reported beating"),
    ("The news that police had arrested Lena Okoye spread.", "reported arrested"),
    ("The fact that police arrested Lena Okoye is a scandal.", "reported arrested"),
    ("It is shameful that police arrested Lena Okoye.", "reported arrested"),
    ("It is possible that police arrested Lena Okoye.", "hypothetical arrested"),
    ("It is illegal to arrest journalists.", "hypothetical arrest"),
    ("Reports say that soldiers killed Lena Okoye.", "reported killed"),
    ("Rumors that soldiers killed Lena Okoye spread.", "alleged killed"),
    ("The allegation that officers beat Lena Okoye was false.", "denied beat"),
    ("Reports that Lena Okoye was arrested are untrue.", "denied arrested"),
    ("The report that officers beat Lena Okoye is true.", "reported beat"),
    ("There is no evidence that officers beat Lena Okoye.", "hypothetical beat"),
    ("There are no reports that Lena Okoye was arrested.", "hypothetical arrested"),
    ("There is evidence that officers beat Lena Okoye.", "reported beat"),
    ("Okoye came home to find that her flat had been searched.", "reported searched"),
    ("Police came to find Lena Okoye and arrest her.", "planned arrest"),
    ("Police suspect a businessman of organising the murder of Lena Okoye.", "alleged murder"),
    ("The mayor is accused of ordering the murder of Lena Okoye.", "alleged murder"),
    ("The mayor denied ordering the murder of Lena Okoye.", "denied murder"),
    ("The court ordered the arrest of Lena Okoye.", "demanded arrest"),
    ("Lena Okoye's brother was detained too, in what colleagues call retaliation.", "reported detained"),
    ("The risk of being arrested is high.", "hypothetical arrested"),
    ("Attacks on the staff of Zora must stop.", "reported Attacks"),
    ("The attacks on the staff of Zora must stop.", "reported attacks"),
    ("Lena Okoye has the right to sue.", "hypothetical sue"),
    ("Police are trying to arrest the editor.", "attempted arrest"),
    ("In an attempt to silence the editor, soldiers raided the office.", "attempted silence, reported raided"),
    ("The editor was detained on charges of insulting the president.", "reported detained, alleged insulting"),
    ("Lena Okoye was arrested and may be deported.", "reported arrested, hypothetical deported"),
    ("Police would neither release Lena Okoye nor charge her.", "denied release, denied charge"),
    ("Lena Okoye should be released and her attackers arrested.", "demanded released, demanded arrested"),
    ("Police said they had not arrested Lena Okoye.", "denied arrested"),
    ("Lena Okoye was released after the union protested against her arrest.", "reported released, reported arrest"),
    ("Whoever killed Lena Okoye must be arrested.", "demanded arrested"),
    ("Who beat Lena Okoye, and why did police not arrest them?", "reported beat"),
    ("The bill would jail journalists.", "hypothetical jail"),
    ("Soldiers can be heard threatening Lena Okoye.", "reported threatening"),
    ("Lena Okoye was able to escape but was arrested at the border.", "reported arrested"),
    ("Lena Okoye is wanted for insulting the president.", "alleged insulting"),
    ("The suspects confessed to killing Lena Okoye.", "reported killing"),
    ("The general admitted that soldiers killed Lena Okoye.", "reported killed"),
    ("Without arresting anyone, police left.", "denied arresting"),
    ("Lena Okoye's lawyer says officers beat her", "reported beat"),
    ("Editor arrested in Marava", "reported arrested"),
    ("Two reporters beaten, one arrested at rally", "reported beaten, reported arrested"),
    ("Union: police must release editor", "demanded release"),
    ("Marava: Court frees editor", "reported frees"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[c[0] for c in SENTENCES])
def test_reading_of_a_sentence(text: str, expected: str) -> None:
    assert readings(Doc.of(language.parse_text(text, pipeline())), expected) == set(expected.split(", "))


CLAIMS = [
    ("Omar Keita was held on suspicion he had taken part in the murder of reporter Lena Okoye.",
     {"reported Detention", "alleged Killing"}),
    ("Rebels are suspected of abducting reporter Lena Okoye. She was abducted in May.", {"alleged Abduction"}),
    ("Police should release reporter Lena Okoye, who was detained on Monday.", {"demanded Release", "reported Detention"}),
    ("Reporter Lena Okoye was beaten by police, a claim that the ministry denies.", {"alleged Assault"}),
    ("Her lawyer said reporter Lena Okoye had been tortured, an accusation the ministry rejected.", {"alleged Assault"}),
    ("Reporter Lena Okoye was abducted by agents, although the government denies any involvement.", {"alleged Abduction"}),
    ("Reporter Lena Okoye was arrested over a bribe, a charge that she denies.", {"reported Detention"}),
    ("Reporter Lena Okoye was accused of bribery, an allegation she denies.", {"reported Prosecution"}),
    ("Police beat reporter Lena Okoye, who denied a claim that she was a spy.", {"reported Assault"}),
    ("The editor accused the mayor of sending thugs who beat reporter Lena Okoye.", {"alleged Assault"}),
    ("The same article has been used to charge reporter Lena Okoye.", {"reported Prosecution"}),
    ("The law would ban reporter Lena Okoye from working.", {"hypothetical Obstruction"}),
    ("A reporter who was arrested by police in Osh has reportedly died.", {"reported Detention", "reported Killing"}),
    ("Officers restrained the guard from hitting reporter Lena Okoye.", {"denied Assault"}),
    ("The governor threatened to have reporter Lena Okoye arrested.", {"reported Threat", "planned Detention"}),
    ("The minister is accused of protecting the officers who beat reporter Lena Okoye.", {"reported Assault"}),
    ("Our demands are clear: the release of reporter Lena Okoye.", {"demanded Release", "reported Detention"}),
    ("She ran on three points: new elections, fair courts and the release of reporter Lena Okoye.",
     {"demanded Release", "reported Detention"}),
    ("Police must stop harassing reporter Lena Okoye.", {"reported Harassment"}),
    ("Officers forced reporter Lena Okoye to delete her footage.", {"reported Damage"}),
    ("The ministry plans to deport reporter Lena Okoye.", {"planned Expulsion"}),
    ("Reporter Lena Okoye was allegedly beaten by officers.", {"alleged Assault"}),
    ("The union called for an investigation into the assault on reporter Lena Okoye.", {"reported Assault"}),
    ("Reporter Lena Okoye was among those injured.", {"reported Assault"}),
    ("Reporter Lena Okoye may be among those killed.", {"hypothetical Killing"}),
    ("Reporter Lena Okoye was not among those arrested.", {"denied Detention"}),
    ("The union asked whether reporter Lena Okoye had been detained.", {"hypothetical Detention"}),
    ("The union asked police if they had beaten reporter Lena Okoye.", {"hypothetical Assault"}),
    ("The court ruled that police had beaten reporter Lena Okoye.", {"reported Assault"}),
    ("Lena Okoye accused the minister of having her beaten.", {"alleged Assault"}),
    ("It is unclear whether reporter Lena Okoye was among those arrested.", {"hypothetical Detention"}),
    ("Norden called on police to stop targeting the press and to release Lena Okoye.",
     {"demanded Release", "reported Detention"}),
    ("The union deplores the new law and calls on the army to release Lena Okoye.",
     {"demanded Release", "reported Detention"}),
    ("The union repeated its call on the army to release Lena Okoye.", {"demanded Release", "reported Detention"}),
    ("The union made calls for the police to release Lena Okoye.", {"demanded Release", "reported Detention"}),
    ("The alleged beating and arrest of reporter Lena Okoye drew protests.", {"alleged Assault", "alleged Detention"}),
    ("Omar Keita was convicted of the murder of reporter Lena Okoye. A court acquitted Keita on Monday.",
     {"reported Conviction", "alleged Killing", "reported Release"}),
    ("Reporter Lena Okoye was ordered held for two months.", {"reported Detention"}),
    ("Reporter Lena Okoye escaped an attempt on her life.", {"reported Assault"}),
    ("The minister ordered the detention of reporter Lena Okoye.", {"demanded Detention"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAIMS, ids=[c[0] for c in CLAIMS])
def test_claims(text: str, expected: set[str]) -> None:
    assert {f"{e.factuality.value} {e.type.value}" for e in read(text).events} == expected


SPEAKERS = [
    ("Officials should drop all charges against reporter Lena Okoye, said the Zora Press Union on "
     "Monday.", {"Zora Press Union"}),
    ("Officers beat reporter Lena Okoye.", {None}),
    ("A man suspected of beating reporter Lena Okoye came.", {None}),
    ("Pavel Maro was arrested for ordering the murder of Lena Okoye.", {None}),
    ("Officers beat reporter Lena Okoye, the Zora Press Union said today.", {"Zora Press Union"}),
    ("Lawyer Pavel Maro said officers beat reporter Lena Okoye.", {"Pavel Maro"}),
    ("According to the Zora Press Union, officers beat reporter Lena Okoye.", {"Zora Press Union"}),
    ("A statement by the Zora Press Union said officers beat reporter Lena Okoye.", {"Zora Press Union"}),
    ("Reporter Lena Okoye told the Zora Press Union that police had detained her.", {"Lena Okoye"}),
    ("It was reported by the Zora Press Union that police had detained reporter Lena Okoye.", {"Zora Press Union"}),
    ('"Officers beat Lena Okoye with batons," lawyer Pavel Maro said. "Then they detained Lena Okoye."', {"Pavel Maro"}),
    ('Lawyer Pavel Maro said: "Officers beat Lena Okoye with batons. They then arrested Lena Okoye."', {"Pavel Maro"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS, ids=[c[0] for c in SPEAKERS])
def test_speaker(text: str, expected: set[str | None]) -> None:
    claims = read(text)
    names = {r.id: r.name for r in claims.referents}
    assert {names.get(e.speaker or "") for e in claims.events} == expected


def test_a_doubted_agent_is_alleged_and_the_target_is_not() -> None:
    (event,) = read("Reporter Lena Okoye was killed by suspected militants.").events
    said = {p.role: p.factuality.value for p in event.participants}
    assert said[Role.TARGET] == "reported"
    assert said[Role.PERPETRATOR] == "alleged"


def test_lists_hold_what_the_reader_rests_on() -> None:
    cues = load_words(Cue)
    assert cues.get("refuse", "verb").reading.value == "denied"
    assert cues.get("stop", "verb").presupposes
    assert not cues.get("begin", "verb").presupposes
    assert load_words(SpeechVerb).get("deny").negated.value == "alleged"


def test_a_cue_with_an_unknown_reading_is_refused() -> None:
    with pytest.raises(DataError, match="unknown factuality 'feared'"):
        parse_words("groups:\n  - {pos: verb, reading: feared, words: [fear]}\n", "factuality.yaml", Cue)
