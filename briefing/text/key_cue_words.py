"""The words that `key_cues` looks for, as patterns: English, Spanish, French."""


def _any(*lists: str) -> str:
    """Return a pattern for any of the words; `|` stands between them, blanks are blanks."""
    return "|".join(lists).replace(" ", r"\s")


MONTHS = _any(
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
)
SCALES = _any(
    "hundred|thousand|million|billion|trillion",
    "mil millones|millones|millón|billones|mil",
    "milliards?|millions?|milliers?|mille",
)
MEASURES = _any(
    "per ?cent|percentage points?|dollars?|pounds|euros?|pesos?|pesetas|yen|francs?|reales",
    "tonnes?|tons?|kilomet(?:re|er)s?|km|miles|hectares?|ha|acres|barrels|megawatts|mw|kg|metres",
    "por ciento|puntos|dólares|libras|toneladas|kilómetros|hectáreas|barriles|marcos|liras",
    "pour ?cent|points|livres|kilomètres|barils|marks|lires",
)
COUNTED = _any(
    "people|persons|men|women|children|students|workers|jobs|schools|projects|places|hospitals",
    "homes|houses|families|companies|businesses|states|countries|districts|provinces|members|votes",
    "nurses|doctors|soldiers|troops|officers|police|prisoners|refugees|migrants|visitors|awards",
    "scholarships|grants|agreements|collaborations|centres|centers|vehicles|aircraft|ships|copies",
    "killed|injured|dead|deaths|arrests|cases|seats|domains",
    "users|agencies|offices|sites|websites|stores|retailers|designers|developers|employees|staff",
    "young|australians|americans|cabinets|communities",
    "personas|hombres|mujeres|niños|trabajadores|puestos|empleos|escuelas|proyectos|familias",
    "empresas|países|estados|miembros|votos|soldados|policías|presos|refugiados|heridos|muertos",
    "mineros|escaños|diputados|casos|muertes|peleas|golpes",
    "viviendas|vehículos|efectivos|detenidos|víctimas|habitantes|asesinatos",
    "personnes|hommes|femmes|enfants|élèves|travailleurs|emplois|écoles|projets|familles",
    "entreprises|pays|états|membres|voix|soldats|policiers|prisonniers|réfugiés|blessés|morts",
    "sièges|députés|cas|fiches|photos|frégates|carats",
    "logements|véhicules|victimes|habitants|matches|otages|marchés",
)
RECENT = _any(
    "today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night|monday|tuesday",
    "wednesday|thursday|friday|saturday|sunday)|on (?:monday|tuesday|wednesday|thursday|friday",
    "saturday|sunday)|earlier this (?:week|month|year)",
    "hoy|ayer|mañana|esta (?:semana|mañana|tarde|noche)|(?:el )?(?:pasado|próximo) (?:lunes|martes",
    "miércoles|jueves|viernes|sábado|domingo|mes|año|día)|el (?:lunes|martes|miércoles|jueves",
    "viernes|sábado|domingo)|este año|este mes",
    "aujourd['’]hui|hier|demain|(?:cette|la) semaine (?:dernière|prochaine)|(?:lundi|mardi",
    "mercredi|jeudi|vendredi|samedi|dimanche)(?: dernier| prochain)?",
)
AGREED = _any(
    "(?:have |has |had )?(?:agreed (?:to|on|that|with|upon)|reached (?:an )?agreement)|we agreed",
    "(?:signed|signing|sign|ratified|concluded|entered into|ratify) (?:of )?(?:an?|the|this|its)?",
    "memorandum of understanding|partner(?:ed|ing|s) with|jointly (?:announced?|launched)",
    "acord(?:ó|aron|ado)|(?:han?|había) acordado|pact(?:ó|aron|ado)|conven(?:ido|ida)",
    "firm(?:ó|aron|ado|ada)|suscrib(?:ió|ieron)|ratific(?:ó|aron|ado)|llegaron a un acuerdo",
    "(?:ont|a) (?:convenu|signé|ratifié|conclu)|signèrent|signa|conclurent|ratifia|signe des?",
    "sont convenus|un accord avec",
).replace(r"(?:of\s)?(?:an?|the|this|its)?", r"(?:of\s)?(?:an?|the|this|its|a\srange)\b")
DECIDED = _any(
    "announced?|announcing|decided|approved|ordered|directed|appointed|established|abolished",
    "authori[sz]ed|launched|(?:will|to) launch|launching",
    "banned|suspended|extended|allocated|funded",
    "(?<!is )(?<!are )(?<!was )(?<!were )committed|(?:will|to) commit",
    "guaranteed|invested|granted|awarded|adopted|enacted|repealed|amended|vetoed|ruled|sentenced",
    "extradited|deported|detained|seized|sanctioned|indicted|transferred|deployed|withdrew|withdrawn",
    "cancel(?:l)?ed|postponed|released|rejected|voted|recalled|expelled",
    "convicted|acquitted|charged|fined|imposed|lifted|introduced|selected|nominated|designated",
    "hereby|shall be|will (?:be )?(?:establish(?:ed)?|introduc(?:e|ed)|provid(?:e|ed)|fund(?:ed)?",
    "creat(?:e|ed)|receive|report|host|close|open|build|invest|contribute|train(?:ed)?|deploy(?:ed)?",
    "appoint(?:ed)?|legislate|abolish(?:ed)?|allocate|begin|commence|take effect)",
    "came into (?:force|effect)|(?:is|are) now (?:releasing|offering|available)|resigned|accepted",
    "anunci(?:ó|aron|ado)|decid(?:ió|ieron|ido)|aprob(?:ó|aron|ado|ada)|orden(?:ó|aron|ado)",
    "nombr(?:ó|aron|ado|ada)|autoriz(?:ó|aron|ado|ada)|prohib(?:ió|ieron|ido)|suspend(?:ió|ieron",
    "ido)|conden(?:ó|aron|ado|ada)|sentenci(?:ó|aron|ado)|absolv(?:ió|ieron)|impuso|impusieron",
    "adopt(?:ó|aron|ado|adas?)|decret(?:ó|aron)|dimiti(?:ó|eron|do)|design(?:ó|ado|aron)|creará",
    "entr(?:ó|ará|aron) en vigor|ha remitido|solicit(?:ó|aron|a)|demand(?:ó|aron)",
    "rechaz(?:ó|aron|ado)",
    "oblig(?:ar|ó|ado)|concedi(?:ó|eron|do)|(?:se )?(?:creará|destinará|invertirá|aprobará)",
    "facult(?:ó|aron|ado)|retir(?:ó|aron|ado)|renunci(?:ó|aron|ado)|cre(?:ó|aron)|convoc(?:ó|aron)",
    "a (?:été )?(?:annoncé|décidé|ordonné|approuvé|nommée?|suspendue?|condamnée?|adoptée?|retiré)",
    "(?:a|ont) (?:annoncé|décidé|retiré|voté|rejeté|saisi|mis un terme)|a été saisie?",
    "est nommée?|annonce|décida|ordonna|imposa|nomma|interdit|condamnés?|acquittent?|acquitte",
    "ordonn(?:é|ée)|(?:met|lève|a mis|a levé) son veto|mit fin|fixée? à",
    "(?:sont|est) condamnée?s?",
    "reconnaîtra coupables?|dispensée?s? de peine|relaxée?s?|classé|démissionner",
    "démissionne|a démissionné",
    "retirées?|exige|entre en vigueur|entrera en vigueur|a créé|ont créé|vote|adopte|approuve",
)
ACTED = _any(
    "met|visit(?:ed)?|will visit|arrived|arrested|killed|died|elected|took place|began|started",
    "struck|destroyed|sank|arrest|published|raised|passed|fell|rose|increased|decreased|grew|dropped|reached|married|born",
    "opened|closed|attacked|landed|founded|won|lost|due for completion|turned|host(?:ed)?",
    "se reunió|visitó|llegó|detuvieron|detuvo|murió|murieron|muerto|venció|derrotad[oa]|comenzó",
    r"detenid[oa]s?|extraditad[oa]s?|liberad[oa]s?|viajará|viajó|recibirá|recibió|celebra(?:n|rá|rán|ron)?",
    "empezó|rompió|ocupó|fue|cayó|subió|redujeron|aumentó",
    r"(?:ha|han|fue|fueron|había|habían) [^\W\d_]+[ai]d[oa]s?",
    "a démissionné|augmenté|baissé|chuté|progressé|envoyé|enlevée?s?|libérée?s?|retrouvée?s?|tua",
    "rencontr[ea]|arriv[ea]|arrêtée?|tuées?|meurt|élue?|éclate|débuté|comparaissent|reçoi(?:t|vent)",
    r"vendus?|publiées?|(?:a|ont) été [^\W\d_]+ée?s?|créa|créait|entama",
    "approche|fut|mise? à jour|se mit en place",
)
SAID = _any(
    "said|says|say|told|stated|added|according to|declared|noted|argued|warned|insisted|claimed",
    "explained|commented|remarked|replied|wrote|announced|stressed|urged|described",
    "dijo|afirm(?:ó|a|ado)|declar(?:ó|a|ado)|señal(?:ó|a|ado)|agreg(?:ó|a)|añad(?:ió|e)|explic(?:ó|a)",
    "según|asegur(?:ó|a|ado)|opin(?:ó|a)|sostuvo|indic(?:ó|a|ado)|manifest(?:ó|a|aron)|concluy(?:ó|e)",
    "advirti(?:ó|eron)|contest(?:ó|a)|recalc(?:ó|a)|subray(?:ó|a)|precis(?:ó|a)|puntualiz(?:ó|ado)",
    "acus(?:ó|a)|inform(?:ó|a)|coment(?:ó|a)|destac(?:ó|a)|apostill(?:ó|a)|coincidi(?:ó|eron)",
    "llamado|defendió|defendiendo|diciéndole|respondió|reconoció|admitió|consider(?:ó|a)|mostrado",
    "a (?:déclaré|dit|affirmé|indiqué|précisé|ajouté|souligné|estimé|expliqué)|déclare|déclarera",
    "selon|affirme|précise|précisait|ajoute|souligne|estime|explique|qualifie|dit|d['’]après",
    "raconte|assure|pense|rappelle|conclut|déclarait|affirmait|à en croire",
)
