"""Forms of French verbs as the school tables give them, against those that the lexicon makes."""

from __future__ import annotations

import pytest

from quotes.lexicon.conjugate import conjugate

# infinitive; third persons of the present (both numbers), the imperfect, the passé simple (both numbers) and the
# future; past participle, masculine and feminine; present participle. A dash: no such form.
TABLE = """
abréger abrège abrègent abrégeait abrégea abrégèrent abrégera abrégé abrégée abrégeant
admettre admet admettent admettait admit admirent admettra admis admise admettant
alléguer allègue allèguent alléguait allégua alléguèrent alléguera allégué alléguée alléguant
annoncer annonce annoncent annonçait annonça annoncèrent annoncera annoncé annoncée annonçant
appeler appelle appellent appelait appela appelèrent appellera appelé appelée appelant
apprendre apprend apprennent apprenait apprit apprirent apprendra appris apprise apprenant
appuyer appuie appuient appuyait appuya appuyèrent appuiera appuyé appuyée appuyant
arguer argue arguent arguait argua arguèrent arguera argué arguée arguant
asséner assène assènent assénait asséna assénèrent assénera asséné assénée assénant
avertir avertit avertissent avertissait avertit avertirent avertira averti avertie avertissant
avouer avoue avouent avouait avoua avouèrent avouera avoué avouée avouant
balayer balaye balayent balayait balaya balayèrent balayera balayé balayée balayant
bégayer bégaye bégayent bégayait bégaya bégayèrent bégayera bégayé bégayée bégayant
clore clôt closent closait - - clora clos close closant
comprendre comprend comprennent comprenait comprit comprirent comprendra compris comprise comprenant
conclure conclut concluent concluait conclut conclurent conclura conclu conclue concluant
connaître connaît connaissent connaissait connut connurent connaîtra connu connue connaissant
considérer considère considèrent considérait considéra considérèrent considérera considéré considérée considérant
contredire contredit contredisent contredisait contredit contredirent contredira contredit contredite contredisant
convenir convient conviennent convenait convint convinrent conviendra convenu convenue convenant
craindre craint craignent craignait craignit craignirent craindra craint crainte craignant
crier crie crient criait cria crièrent criera crié criée criant
croire croit croient croyait crut crurent croira cru crue croyant
dire dit disent disait dit dirent dira dit dite disant
décrire décrit décrivent décrivait décrivit décrivirent décrira décrit décrite décrivant
décréter décrète décrètent décrétait décréta décrétèrent décrétera décrété décrétée décrétant
déduire déduit déduisent déduisait déduisit déduisirent déduira déduit déduite déduisant
défendre défend défendent défendait défendit défendirent défendra défendu défendue défendant
dégainer dégaine dégainent dégainait dégaina dégainèrent dégainera dégainé dégainée dégainant
démentir dément démentent démentait démentit démentirent démentira démenti démentie démentant
dépeindre dépeint dépeignent dépeignait dépeignit dépeignirent dépeindra dépeint dépeinte dépeignant
embrayer embraie embraient embrayait embraya embrayèrent embraiera embrayé embrayée embrayant
enjoindre enjoint enjoignent enjoignait enjoignit enjoignirent enjoindra enjoint enjointe enjoignant
enquérir enquiert enquièrent enquérait enquit enquirent enquerra enquis enquise enquérant
faire fait font faisait fit firent fera fait faite faisant
geindre geint geignent geignait geignit geignirent geindra geint geinte geignant
grommeler grommelle grommellent grommelait grommela grommelèrent grommellera grommelé grommelée grommelant
interroger interroge interrogent interrogeait interrogea interrogèrent interrogera interrogé interrogée interrogeant
juger juge jugent jugeait jugea jugèrent jugera jugé jugée jugeant
lire lit lisent lisait lut lurent lira lu lue lisant
maintenir maintient maintiennent maintenait maintint maintinrent maintiendra maintenu maintenue maintenant
marteler martèle martèlent martelait martela martelèrent martèlera martelé martelée martelant
nier nie nient niait nia nièrent niera nié niée niant
plaider plaide plaident plaidait plaida plaidèrent plaidera plaidé plaidée plaidant
plaindre plaint plaignent plaignait plaignit plaignirent plaindra plaint plainte plaignant
poursuivre poursuit poursuivent poursuivait poursuivit poursuivirent poursuivra poursuivi poursuivie poursuivant
prescrire prescrit prescrivent prescrivait prescrivit prescrivirent prescrira prescrit prescrite prescrivant
promettre promet promettent promettait promit promirent promettra promis promise promettant
prétendre prétend prétendent prétendait prétendit prétendirent prétendra prétendu prétendue prétendant
prévenir prévient préviennent prévenait prévint prévinrent préviendra prévenu prévenue prévenant
prévoir prévoit prévoient prévoyait prévit prévirent prévoira prévu prévue prévoyant
prêcher prêche prêchent prêchait prêcha prêchèrent prêchera prêché prêchée prêchant
rappeler rappelle rappellent rappelait rappela rappelèrent rappellera rappelé rappelée rappelant
reconnaître reconnaît reconnaissent reconnaissait reconnut reconnurent reconnaîtra reconnu reconnue reconnaissant
redire redit redisent redisait redit redirent redira redit redite redisant
rejeter rejette rejettent rejetait rejeta rejetèrent rejettera rejeté rejetée rejetant
relever relève relèvent relevait releva relevèrent relèvera relevé relevée relevant
rire rit rient riait rit rirent rira ri ri riant
rompre rompt rompent rompait rompit rompirent rompra rompu rompue rompant
réagir réagit réagissent réagissait réagit réagirent réagira réagi réagie réagissant
répondre répond répondent répondait répondit répondirent répondra répondu répondue répondant
répéter répète répètent répétait répéta répétèrent répétera répété répétée répétant
révéler révèle révèlent révélait révéla révélèrent révélera révélé révélée révélant
savoir sait savent savait sut surent saura su sue sachant
sentir sent sentent sentait sentit sentirent sentira senti sentie sentant
sourire sourit sourient souriait sourit sourirent sourira souri souri souriant
soutenir soutient soutiennent soutenait soutint soutinrent soutiendra soutenu soutenue soutenant
souvenir souvient souviennent souvenait souvint souvinrent souviendra souvenu souvenue souvenant
traduire traduit traduisent traduisait traduisit traduisirent traduira traduit traduite traduisant
trompeter trompette trompettent trompetait trompeta trompetèrent trompettera trompeté trompetée trompetant
vitupérer vitupère vitupèrent vitupérait vitupéra vitupérèrent vitupérera vitupéré vitupérée vitupérant
voir voit voient voyait vit virent verra vu vue voyant
écrire écrit écrivent écrivait écrivit écrivirent écrira écrit écrite écrivant
émouvoir émeut émeuvent émouvait émut émurent émouvra ému émue émouvant
énumérer énumère énumèrent énumérait énuméra énumérèrent énumérera énuméré énumérée énumérant
épeler épelle épellent épelait épela épelèrent épellera épelé épelée épelant
établir établit établissent établissait établit établirent établira établi établie établissant
étiqueter étiquette étiquettent étiquetait étiqueta étiquetèrent étiquettera étiqueté étiquetée étiquetant
"""
SHAPES = ("finite",) * 6 + ("past", "past", "present")
ROWS = {line.split()[0]: tuple(line.split()[1:]) for line in TABLE.strip().splitlines()}

# forms that are missing today; a form must leave this set in the change that makes it
KNOWN_MISSING = {
    *("sent", "sentent", "sentait", "sentant", "sachant"),
    *("grommelle", "grommellent", "grommellera", "trompette", "trompettent", "trompettera"),
    *("étiquette", "étiquettent", "étiquettera", "allègue", "allèguent"),
    *("balaye", "balayent", "bégaye", "bégayent"),
}


@pytest.mark.parametrize("infinitive", ROWS)
def test_forms(infinitive: str) -> None:
    """Every form of the table is made with its shape, but for the known ones, which are not made at all."""
    made = set(conjugate(infinitive))
    asked = {(form, shape) for form, shape in zip(ROWS[infinitive], SHAPES, strict=True) if form != "-"}
    missing = {form for form, _ in asked - made}
    assert missing == {form for form, _ in asked} & KNOWN_MISSING
