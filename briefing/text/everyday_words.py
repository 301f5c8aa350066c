"""Words that say little of what a text is about: months, weekdays, and what every text uses."""

from briefing.text.dates import MONTH_NAMES

_WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
fridays saturdays sundays lunes martes miércoles jueves viernes sábado domingo lundi mardi
mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag
sonntag lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira
quarta-feira
"""
_ENGLISH = """
ability able according account across act actually add added adding age ago agree agreed ahead
allow allowed almost alone along already always among amount another answer anyone anything appear
appeared area areas around ask asked asking available away back bad base based became because
become becomes becoming began begin beginning begins behind believe believed believes best better
beyond big bit bring brings brought build building built call called calling calls came care carry
case cases cause caused certain certainly chance change changed changes check choice cities city
clear clearly close closed come comes coming common company complete consider considered continue
continued continues country countries couple course create created current currently cut daily
data date day days deal decade decades decided despite detail details different difficult done
door doubt dozen dozens early easy effect effort efforts eight either else end ended ends enough
entire especially etc even evening event events eventually ever every everyone everything exactly
example expect expected experience explain explained face fact facts fall family far feel felt
fifth fifteen fifty final finally find finding finds fine first five follow followed following
follows food force form former forward found four fourth free friend friends full future game gave
general get gets getting girl give given gives giving goes going gone good got great greater group
groups grow growing grown guy half hand hands happen happened happens hard head hear heard heart
held help helped helping helps herself high higher himself hit hold holding home hope hour hours
house however huge human hundred hundreds idea ideas immediately important include included
includes including increase increased increasing indeed information inside instead interest
involved issue issues itself job join joined keep keeping kept key kid kids kind knew know known
knows lack large larger largest last late later latest lead leader leaders leading least leave
leaves leaving led left less let level life light like likely line list little live lived lives
living local long longer look looked looking looks lost lot lots low lower made main mainly major
make makes making man many material matter maybe mean meaning means meant meet meeting member
members men middle might million millions mind minute minutes moment month monthly months morning
move moved moves moving much myself name named names near nearly necessary need needed needs never
new news next night nine nobody none nothing notice number numbers offer offered office often old
older ones open opened order others otherwise outside overall page paid paper part particular
particularly parts past pay people per percent percentage perhaps period person place placed
places plan play played please plus point points position possible possibly present pretty
previous previously probably problem problems process produce program provide provided provides
public put puts question questions quick quickly quite ran range rate rather reach reached read
reader reading ready real really reason reasons receive received recent recently related remain
remained remains report reported reporting reports rest result results return returned right role
room run running runs saw say saying second see seeing seem seemed seems seen sense sent series
service services set sets setting seven several share short show showed showing shown shows side
sign similar simple simply single site sit situation six size small smaller someone something
sometimes soon sort sound source special start started starting starts state stated statement
states stay step steps still stood stop story street strong study subject sure system table take
taken takes taking talk talked talking team tell ten term terms text thank thanks thing things
think thinking third thirty thought thousand thousands three throughout thus time times today
together told tomorrow tonight took top total toward towards town tried true truth try trying turn
turned twelve twenty twice two type understand unless used useful user uses using usual usually
various version view wait walk want wanted wants watch way ways week weekend weekly weeks well
went west whether whole whose wide woman wonder won word words work worked worker workers working
works world worth write writer writing written wrong wrote year yearly years yes yesterday yet
young yourself
"""
_OTHERS = """
año años ayer ciudad cada cuando desde después día días donde dos durante ella ellos entre era
estado estados están este esta fue gobierno había hace hacia hasta hay hoy lugar mayor mejor mes
meses mientras mil mismo mucho muchos mundo muy noche nueva nuevo nuevos otra otras otro otros
país países parte personas poco porque primer primera puede pueden semana según ser sido sin sobre
solo también tiempo tiene tienen toda todas todo todos tras tres una uno vez vida alors ans ainsi
après aussi autre autres avait avant cela celle cette ces chaque comme contre deux depuis dont
elle encore était être fait faire fois hier ils jour jours leur leurs mais même moins mois monde
notre nous nouveau nouvelle ont par pays peu plus plusieurs premier première quand que quelques
qui sans selon semaine sera ses son sont sous temps tous tout toute toutes très trois ville vous
aber alle als also andere anderen auch auf aus bei beim bereits bis damit dann dass deutsche dies
diese dieser doch drei durch ersten etwa fast gegen haben hat hatte heute ihre immer jahr jahre
jahren jetzt kann kein keine können land machen mehr menschen müssen nach nicht noch nur oder ohne
schon sehr sein seine seit sich sie sind soll sollen stadt tag tage teil über uhr unter viele vom
von vor war waren was weil weiter wenn werden wie wieder wir wird woche wollen worden wurde wurden
zeit zum zur zwei zwischen
"""
EVERYDAY_WORDS = MONTH_NAMES | frozenset(f"{_WEEKDAYS} {_ENGLISH} {_OTHERS}".split())
