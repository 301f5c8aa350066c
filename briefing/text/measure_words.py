"""Words by which two statements are told to be about the same thing: English, Spanish, French.

Stop words and verbs that only join a measure to its figure say nothing of what is measured; words
of one meaning count as one; words of scope make of one measure another; and opposites turn a
statement round.
"""

_STOP = """
a about above across after again against all almost also although am among an and any are around
as at away back be because been before being below between both but by came can come comes coming
could did do does doing down due during each either even ever every few for from get gets getting
go goes going gone got had has have having he her here hers him his how however i if in indeed
into is it its itself just keep kept like made make makes making many may me might more most much
must my near nearly of off on once one only onto or other our out over own per put rather said
same say says saying see seen she should since so some something still stood such take taken takes
taking than that the their them then there these they this those though through thus to today
together told too took toward towards under until up upon us very via was we went were what when
where whether which while who whom whose why will with within would year years yet you your
approximately roughly according percent cent pct dollar dollars usd euro euros eur pound pounds
peso pesos month months day days week weeks january february march april june july august
september october november december ago now currently recently already altogether overall exactly
precisely el la los las un una unos unas de del al en y o que se su sus es son fue fueron ser esta
estan con por para como mas muy ya lo le les ha han habia este estos estas ese esa eso ano anos
mes meses des du au aux et ou qui ne pas dans sur par pour avec est sont ete etait etaient ce
cette ces sa ses leur leurs plus tres ont avait il elle ils elles ans mois jour jours enero
febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier fevrier
mars avril mai juin juillet aout septembre octobre novembre decembre
"""
_LIGHT = """
reach reached reaches reaching stand stands standing total totals totalled totaled totalling
amount amounts amounted amounting number numbers numbered numbering equal equals equalled report
reported reports reporting record recorded records recording register registered estimate
estimated estimates put figure figures count counted counts level levels rate sum measure measured
value valued worth cost costs costing currently official officials officially statistics data
according state stated announce announced show shows showed shown find found note noted remain
remained remains hold held run ran runs become became approximately involve involved comprise
comprises comprised represent represents represented account accounted accounts contain contains
contained include includes included including consist consisted consists average averaged place
placed time times
"""
STOP_WORDS = frozenset(_STOP.split())
LIGHT_WORDS = frozenset(_LIGHT.split())

# Each part is one meaning.
_SAME = """
kill killed kills killing dead death deaths died dies dying fatality fatalities toll slain lives
perished; arrest arrested arrests arresting detain detained detains detaining detention detentions
apprehended; injured wounded injuries injury hurt wounding; people persons person individuals;
spend spent spends spending expenditure expenditures outlay outlays; invest invested invests
investing investment investments; provide provided provides providing give gave given gives giving
contribute contributed contributes contributing contribution commit committed commits allocate
allocated allocates allocation donate donated grant granted fund funded funding; create created
creates creating generate generated generates generating; employ employs employed employing
employee employees workers worker workforce staff jobs job; sign signed signs signing; purchase
purchased purchases purchasing buy buys bought buying acquire acquired acquires acquisition;
displaced displacement fled flee refugees refugee; government administration; company companies
firm firms business businesses; soldier soldiers troops troop; rise rises rose risen rising
increase increases increased increasing grow grows grew grown growing growth climb climbed climbs
up jump jumped soar soared gain gained expand expanded expansion; school schools; house houses
dwelling dwellings homes home; export exports exported exporting; import imports imported
importing; vote votes voted voting ballots; begin begins began begun beginning start starts
started starting commence commenced launch launched launches; build built builds building
construct constructed construction; arrive arrived arrives arriving arrival; hit struck strike;
children child kids; produce produced produces producing production output; inhabitants residents
population; attend attended attending; obtain obtained receive received receives receiving get;
send sent dispatch dispatched deploy deployed deploys
"""

# Words that narrow or widen a measure: where only one of two statements has one, they differ.
_SCOPE = """
women woman female females girls men man male males boys young youth youths younger older elderly
adult adults children rural urban regional remote private public foreign domestic federal
provincial municipal local national global worldwide monthly annual annually yearly weekly daily
quarterly hourly quarter capita median mean minimum maximum net gross real nominal core seasonally
additional extra another further remaining half initial first second third fourth fifth planned
expected projected forecast forecasts forecasting target targets targeted limit ceiling cap
proposed budgeted potential estimated previous previously earlier former last next new newly
existing current primary secondary tertiary direct indirect permanent temporary northern southern
eastern western north south east west central upper lower early late recurrent capital outstanding
surplus deficit excess unemployed black white indigenous aboriginal full part short long term only
least mujeres hombres anual mensual urbano femmes hommes annuel mensuel
"""
# Opposites, in pairs: what says the one says it with the other sign.
_OPPOSITES = """
approve approves approved approving approval|reject rejects rejected rejecting rejection; accept
accepts accepted accepting|refuse refuses refused refusing; confirm confirms confirmed
confirming|deny denies denied denying; allow allows allowed allowing permit permits permitted
authorize authorized authorise authorised|ban bans banned prohibit prohibits prohibited forbid
forbids forbidden bar barred block blocked; open opens opened opening reopen reopened|close closes
closed closing shut; legal lawful constitutional|illegal unlawful unconstitutional; win wins won
winning|lose loses lost losing; join joins joined joining enter enters entered|leave leaves left
leaving withdraw withdraws withdrew withdrawn quit; support supports supported supporting back
backs backed favour favours favoured favor favored|oppose opposes opposed opposing; rise rises
rose risen rising increase increases increased increasing grow grows grew grown growing climb
climbed jump jumped up gain gained|fall falls fell fallen falling decrease decreases decreased
decreasing decline declines declined declining drop drops dropped shrink shrank contract
contracted reduce reduced reduction down cut cuts; higher|lower; above|below; guilty convicted
convict|acquitted innocent acquit; able|unable; succeed succeeded succeeds success
successful|fail fails failed failing failure unsuccessful; begin begins began begun start starts
started commence commenced|end ends ended ending stop stops stopped cease ceased finish finished;
agree agrees agreed|disagree disagrees disagreed; include includes included|exclude excludes
excluded; strengthen strengthens strengthened|weaken weakens weakened; available|unavailable;
present|absent; uphold upholds upheld|overturn overturned overturns quash quashed struck; extend
extended extends renew renewed|expire expired lapse lapsed terminate terminated; lift lifted
lifts|impose imposed imposes; ratify ratified ratifies|repeal repealed revoke revoked;
possible|impossible; true|false; safe|unsafe; voluntary|compulsory mandatory; more|fewer less
"""
_NEGATIONS = """
not no never neither nor none nobody nothing without cannot hardly denied sin nunca jamas ningun
ninguna non aucun aucune jamais
"""
NEGATIONS = frozenset(_NEGATIONS.split()) - {"denied"}
NOT_NEGATIVE = (
    r"\bnot only\b|\bno (?:fewer|less|more|later|earlier|sooner) than\b|\bnot (?:less|more|fewer)"
    r" than\b|\bwhether or not\b|\bno\. ?\d|\bno doubt\b|\bnot just\b|\bnon-"
)
# Things that happen once: another date is another claim, not another time.
_ONCE = """
sign found founded born die died elected ratify adopt adopted enact enacted open opened launch
launched establish established abolish abolished purchase purchased acquire bought independence
declared proclaimed inaugurated appointed resign resigned sworn commission commissioned expire
expires expired begin began end ended merge merged annexed ceded repeal repealed discover
discovered arrive arrived invade invaded surrender surrendered assassinated became introduced
created approved passed dissolved completed buried lifted abdicated negotiated revoked united
settled withdrew withdrawn ceasefire effective effect force gained achieved entered joined accede
acceded broke establishes establishing
"""


def _meanings() -> dict[str, str]:
    return {word: words.split()[0] for words in _SAME.split(";") for word in words.split()}


def _signs() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for line in _OPPOSITES.split(";"):
        one, _, other = line.partition("|")
        concept = one.split()[0]
        found |= {word: (concept, 1) for word in one.split() if word not in found}
        found |= {word: (concept, -1) for word in other.split() if word not in found}
    return found


MEANINGS = _meanings()
SIGNS = _signs()
SCOPE_WORDS = frozenset(_SCOPE.split())
ONCE_WORDS = frozenset(_ONCE.split())
