//! First names that are common in the Netherlands, Flanders, Germany, France, Britain and Ireland, and among their neighbours.
//!
//! They tell "Inleiding Hubert Bruls" from "Inleiding Lokaal Beleid", and a speaker from an organisation. No list is
//! whole: a name that is not here is still a name where a word such as "door" or "speaker:" says so.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Lower case.
const NAMES: &str = "
    aad aafke aaltje aaron aarti abby abdel abdelaziz abdelhak abdelkader abdellah abdelmajid abderrahim
    abdessamad abdul abdullah abdurrahman abel abel-françois abena abigail abimbola abiola abubakar achim
    achmed achraf adaeze adalbert adam addie adebayo adela adelbert adele adelheid adem ademola adeola adesola
    adil adina adjoa adnan adnane adri adriaan adrian adrien afra afua agata agathe agnes agnieszka agnès
    ahmad ahmed ahmet ahu aicha aida aidan aiko aileen ailsa aiman aino ainsley aisha aissatou ajay aki akiko
    akin akinwale akira akosua akram akın alain alan alastair alban albert albertine alberto albrecht alec
    aled aleid aleida alejandra alejandro aleksandar aleksander aleksandra alena alessandra alessandro alex
    alexander alexandra alexandre alexandru alexei alexia alexis alfie alfons alfonso alfred ali ali-reza
    alice alicia alicja alida alide alie alina aline alison alistair allan allison alma alois alper alphonse
    alun alwin alwine ama amadou amal amalie amanda amandine amara amaury amber ambroise amelia amin amina
    aminata amine amir amira amirali amit amjad amy amélie ana ana-maria anahita anand anas anastasia anatole
    anaëlle anaïs anders andre andrea andreas andreea andrei andrew andriy andrzej andré andrés andy ane aneta
    anette angela angelika angelique angharad angie angus angèle angélique aniek anika anil anis anita anja
    anjali anje ank anke ankie ann anna anna-maria annabel anne anne-claire anne-laure anne-lise anne-marie
    anne-sophie annechien annegret anneke anneli annelie annelies anneliese anneloes annelore annelot
    annemarie annemiek annemieke annemijn annet annette annick annie annika anny anouar anouck anouk anselm
    ansgar antero anthonia anthonie anthony antje antoine antoinet antoinette anton antonella antonia antonie
    antonio antti anushka anwar anwen anya aoife apolline april arash archie ard ardeshir arend arezu ariane
    arie arif aristide arja arjan arjen arjun arlette armand armelle armin arnaud arne arno arnold arnoldus
    arnoud arnulf arsène artem arthur arto artur arun arvid arvind arwen asad asha ashleigh ashley ashok
    ashwin asiye asli aslı asma asmaa assia astou astrid ate aubrey aude audrey audric august augusta augustin
    aukje aurore aurélia aurélie aurélien austin avery awa axel axelle aydın ayesha aygül ayhan ayla aylin
    ayman aynur ayo ayodele ayoub ayse aysegül aysel ayten ayşe ayşegül azadeh aziz aziza aïcha aïsha aïssatou
    babak babatunde babette bahar bahareh balthasar bamidele banu baptiste baran barbara barbera barend baris
    barney barry bart bas bashir basil bassam bastiaan bastian bastien baukje başak bea beata beate beatrice
    beatrix beatriz becky behrouz behzad belgin bella ben benedict benedikt benedikte bengt benjamin benno
    benny benoit benoît bep berdien berend berit berkan berna bernadet bernadette bernard bernd bernhard
    bernice berry bert berta berthe bertille bertram bertrand bertus beth bethan betsie bettie bettina betty
    betül beverley beyza bianca bieke bilal billie binta birgit birgitta birgitte birte bjarne björn bjørn
    blaise blake blanche blandine bo bo-erik bob bobby bodo bogdan bogusław bohdan bojan bola bolanle boris
    borislav bouchra boudewijn bouke boukje bożena bożenna brahim bram brandon brecht bregje brenda brendan
    brenna brian brianna brice bridget bridie brigitta brigitte britt britt-marie britta bronagh bronwyn bruce
    bruna brunhilde bruno bryan btissam budi burak burcu burghard burhan burkhard busisiwe bärbel béatrice
    bénédicte bérangère bülent caitlin caleb callum cameron camiel camilla camille canan candice cansu caoimhe
    capucine cara carel carin carina carine carl carl-heinz carla carlijn carlo carlos carmel carmela carmen
    carol carola carole carolin carolina caroline caroll carolyn carsten carter carwyn carys cas casey caspar
    casper catalin catarina caterina cathal catharina cathelijne catherine cathy cathérine catrin catriona
    cecilia cedric cees celeste celine cem cemal cengiz ceren ceri cerys chahid chaima chakib chantal charles
    charley charlie charlotte charlène charmaine chase cheryl chiara chidi chinedu chinwe chioma chloe chloé
    chloë chris christa christel christelle christer christiaan christian christiane christianne christie
    christien christin christina christine christof christoph christophe christopher chukwuma ciara ciarán
    cihan cilia cillian ciprian cisca claire clara clare clarisse clary claude claudette claudia claudine
    claus clemens clive clodagh clotilde clémence clément cléo cobi coby cody coen cokkie colette colin
    colleen colm colombe conall concetta connie conny conor constance constantin consuelo cor cora coralie
    cordula corentin corien corina corine corinna corinne cormac cornelia cornelis corneliu cornelius corrie
    corrine cosmin craig cressida cristian cristiano cristina curt cynthia cyprien cyril cyrille czesław
    cécile cécilia cédric cédrine célestin céline césar cătălin daan dafydd dagmar dakota dalal dale damian
    damien damilola dan dana daniel daniela danielle danièle daniëlle danny danuta daphne daphné daria dario
    darius dariush dariusz darnell darragh darren daryl dave david davide davy dean debbie deborah declan
    deepa deepak deirdre dejan delphine delroy demet denis denisa denise dennis derek dervla desiree desirée
    desmond detlef detlev devika dewi diana diane dick didier diederik diego dieneke dieter diethelm dietlinde
    dietmar dietrich dieuwertje dieuwke dilara dilek dilys dimitar dimitri dina dinah dineke dinesh ding dinie
    diny dionne dirk djamila djibril dmitri dmitry dmytro dolf dolores domenico dominic dominik dominique
    donal donald donna donovan doortje dora doreen dorien dorine doris dorota dorothea dorothee dorothy
    dorothée dorry doug dougal douglas dounia doutzen dragan dragana dragos dragoș drew driek driss dumitru
    duncan dunja dylan dympna désirée dörte eamon ebele eberhard ebony ebru eckart eckhard ed edda eddie eddy
    edeltraud edgar edith edmund eduard eduardo edward edwin edwina edyta eef eelco eelke eelkje eero eeva
    efua egbert egil egon ehrenfried ehsan eija eileen eilidh eimear eivind ekaterina ekow ela elaine elbert
    eleanor elena eleonora eleri elfi elfriede eliane elif elin elina eline elisa elisabeth elisabetta elise
    eliza elizabeth elke ella elle elleke ellen ellie ellis elly elmar elodie eloïse els els-marie elsa
    elsbeth elske elspeth eluned elvira elzbieta eléonore elżbieta emanuel emanuela emanuele emeka emel emeric
    emiel emil emile emilia emilie emilio emily emin emine emlyn emma emmanuel emmanuelle emmy emrah emre
    emrys enda engelbert enrica enrico enrique enzo eoghan eoin erdal erdem ergün erhan erhard eric erica
    erich erik erika erin erkan erlend erna ernestine ernie ernst ernst-jan ernst-otto erol ersin ertan erwan
    erwin esa esi esin eskil esmee esmée espen esra esteban estelle esther ethan etienne euan eugen eugenia
    eugenie eugenio eugène eugénie eulalie eva eva-lena eve evelien eveline evelyn evelyne evert evert-jan
    evgeni evrim ewa ewald ewan ewelina ewoud ewout fabian fabiana fabien fabienne fabio fabrice fadi fadila
    fadime fadoua faisal fanny farah farhad farid farida farideh farnaz farooq farzad farzana fatemeh fatih
    fatiha fatima fatima-zahra fatma fatna fatou fatoumata fawzia fay faysal fedde federica federico feike
    felicia felicitas felipe felix femi femke femmie fenella fenna fenne ferdi ferdinand fereshteh fergal
    fergus ferhat fernand fernanda fernando ferry ffion fien figen filip filippo filiz finlay finn fintan
    fiona fionn fionnuala firmin fitri flavie fleur flip floor floortje florence florent florentin florian
    florin floris fokje fokke folake folkert fons foppe fouad frances francesca francesco francine francis
    francisca francisco franck franco francois frank franka frankie frans frans-jan franz franz-josef
    franziska françois françoise fraser frauke frazer fred freddy frederic frederick frederik frederike
    frederique fredrik freek frens freya frida frieda friedbert friederike friedhelm friedrich friso frits
    frits-jan fritz frode froukje frédéric frédérique funda funmilayo furkan félicité félix gabi gabriel
    gabriela gabriele gabriella gabrielle gaby gaetan galina gamze gareth gary gaspard gautier gavin gaël
    gaëlle gaëtan gbenga gea geart gebhard geert geert-jan geertje geertruida geesje geir geke gemma genevieve
    geneviève gennaro genowefa geoff geoffrey geoffroy georg george georges georgette georgi georgia georgina
    ger geraint gerald geraldine gerard gerben gerbrand gerd gerda gerdien gerhard gerhild gerjan gerjo
    gerlinde gerlof germain germaine gernot gero gerold gerrie gerrieke gerrit gerrit-jan gerry gert gert-jan
    gertjan gertraud gertrud gertrude gesche gethin ghada ghassan gheorghe ghislaine ghizlane giacomo
    gianfranco gianluca gianni giel gijs gijsbert gilbert gilberte giles gill gilles gillian gina gineke ginny
    giorgia giorgio giovanna giovanni girish gisbert gisela giselher gisèle gita gitta giulia giuliana giulio
    giuseppe gizem glenda glenn glenys gloria glyn glynis godelieve goedele golnaz gonda gonny gonzalo gonçalo
    goran gordana gordon gosia gottfried gotthard govert grace grace-ann graeme graham grazyna grażyna gre
    greer greet greetje greg gregor gregory greta gretchen gretha grietje grzegorz gráinne grégoire grégory
    guadalupe gudrun guido guilhem guilherme guillaume guillermo gunda gundula gunilla gunnar gunther guri
    gustav gustavo guus guusje guy gwen gwenael gwenaël gwenaëlle gwendoline gwendolyn gwilym gwyneth gwénaël
    gérald géraldine gérard gökhan gönül göran götz gülay gülcan gülsen gülten günter günther gürkan habiba
    hafid hafida haider haifa haitham hajar hakan hakim hala halil halime halina halyna hamed hamid hamish
    hamza han hanan hanane hande hanna hanna-leena hannah hanne hanneke hannele hannelore hannes hannie hanny
    hans hans-dieter hans-georg hans-joachim hans-jörg hans-jürgen hans-martin hans-peter hans-ulrich
    hans-werner hansje hanspeter harald harish harm harmen harold haroon harriet harriët harro harry hartmut
    hartwig haruki hasan hasna hassan hasso hatice hauke havva hayley hayo hayriye hazel heather hector hedda
    hedwig hedy hege heide heidemarie heiderose heidi heidrun heike heikki heiko heiner heinke heinrich heinz
    heinz-peter heleen helen helena helene helga helge heli hella hellmut helma helmut helmuth helvi hemant
    hendrik hendrika hendrikje henk hennie henning henny henri henriette henrik henrike henriëtte henry henryk
    herbert herma herman hermann hermien hermine herta hertha hervé hessel hester hettie hetty hiba hicham
    hidde hielke hilary hilda hilde hildegard hilke hilleke hilly hilmar hiltrud hind hippolyte hiroko hiroshi
    hisham hoang holger horia horst hortense hossein houda houria howard hristo hub hubert hubertus hugh hugo
    hugues huguette hui huib humphrey hunter huong hussein huub huw hyacinth hylke hyun håkan håvard hélène
    hülya hüseyin iain ian ibrahim ibrahima ida idris idriss ids idske iede ifeanyi ifeoma ignace ignacio
    ignas igor ihor ihsan ike ikechukwu ilaria ildikó ileana ilhan ilja ilka ilker ilkka ilknur ilona ilse
    iman imane imke imogen imran ina inaam indah indira ine ineke ines inga ingbert inge ingeborg ingeburg
    ingelore ingmar ingo ingolf ingrid ingunn inken inmaculada inna inès inés inês ioana iona ionel ionela
    ionut ionuț iqbal irem irena irene ireneusz irina iris irma irmgard irmtraud irène isa isaac isabel
    isabell isabella isabelle isla ismael ismahan ismail ismet isobel isolde iulia iulian ivan ivana ivar
    ivaylo ivo ivonne ivor iwan iwona izabela jaakko jaap jaap-jan jaber jacco jacek jacinta jacintha jack
    jackie jacky jaco jacob jacobien jacolien jacomijn jacqueline jacques jade jadwiga jake jakob jamal james
    jamie jamila jan jan-dirk jan-jaap jan-kees jan-peter jan-pieter jan-willem jana jane janet janette janice
    janina janine janis janka janke janna janne janneke jannetje jannie janny jantien jantine jantje janusz
    jaouad jared jarek jari jarig jaring jarlath jarmo jaroslav jaroslaw jarosław jasmijn jasmin jasmina
    jasmine jason jasper javed javier jay jayant jean jean-baptiste jean-charles jean-christophe jean-claude
    jean-françois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-noël jean-paul
    jean-philippe jean-pierre jean-yves jeanette jeanine jeanne jeannette jeannie jeannine jeff jeffrey jehan
    jelena jelle jelleke jelmer jemima jemma jen jenneke jenni jennie jennifer jenny jens jens-peter jeremy
    jeroen jerome jerry jerzy jesper jess jesse jessica jesús jet jetske jette ji jikke jill jilles jim jimmy
    jing jip jits jitse jitske joachim joan joana joanna joanne joao joaquin joaquín job jobst jocasta jocelyn
    jocelyne jochem jochen jodie joe joel joelle joep joerg joey johan johanna johanneke johannes john johnny
    joke joko jolanda jolande jolanta joleen jolene jolien jolijn jon jonah jonas jonathan joni jonny jonty
    joop joost joran jordan jordi jordy jorge jorien joris jorma jorn jorrit jos joscha josee josef josefien
    josefine joseph josephine josette josh joshua josiane josie josien josina josine josje joske jost josé
    josée joséphine jouke joukje jouni jovan jovana joyce jozef joão joël joëlle juan juan-carlos juana judith
    judy juha juhani jukka jule jules julia julian juliana juliane julie julien juliet juliette julius jun
    junko jurgen jurjen jurre just justin justine justus justyna jutta juul jyoti jérémie jérémy jérôme józef
    jörg jörn jørgen jürgen kaan kaarina kader kadir kai kaisa kaj kalle kaloyan kamal kamil kamila kamran
    kareem karel karel-jan karen kari karim karima karin karina karine karl karl-friedrich karl-heinz karla
    karlheinz karlien karlijn karola karolien karolin karolina karsten kasia kasper katarina katarzyna kate
    katerina kateryna katharina katharine katherine kathleen kathrin kathryn kathy katie katinka katja katrien
    katrin katrina katy kausar kaveh kavita kay kayla kayleigh kazimierz kazuo keeley kees keiko keir keiran
    keisha keith kelly kelvin kemal ken kenan kendra kenji kenneth kenny kerem kerry kersten kerstin ketut
    kevin khadija khady khalid khalil kian kicki kieran kiki kilian kim kimberley kimmo kinga kiran kirill
    kirsi kirsten kirsti kirstin kirsty kitty kjell kjetil klaas klaas-jan klara klaske klaus klaus-dieter
    klaus-peter knut koen koenraad kofi kojo konrad konstantin koos kor korbinian korneel kornelia kornelis
    kris krishna krista kristel kristen kristian kristien kristin kristina kristine kristof kristoffer
    krystian krystyna krzysztof ksenia kseniya kunibert kunigunde kuno kurt kwabena kwaku kwame kwasi kwesi
    kyle kyra kévin kübra lachlan ladan laetitia laila lajos lakshmi laleh lalita lambert lammert lana laoise
    lara larisa lars lars-erik lasse laszlo latifa latoya laura laure laureline laurence laurens laurent
    laurentiu laurette lauri laurie laurien laurène layla lazare laëtitia lea leah leander leandro leanne
    leberecht leen leena leendert leida leif leila lena lene lenie lenka lennart lenneke leny leo leon leona
    leonard leonardo leonhard leonie leonora leonore leontine leopold lerato leroy les lesia lesley leslie
    leszek letícia levent levke leyla leyli leïla li-wei lia liam liane lianne lida lidewij lidia lidwien lidy
    lieke lien lieneke liesbet liesbeth lieselotte liesje lieuwe lieve lieven lievin ligia liisa lili lilian
    liliane lilly lilou lily lina linda lindsay lindsey line linette ling linh linnea linus lionel lis lisa
    lisanne lisbeth lise liselotte liset lisette lissa liudmila liv liviu liz liza lizzie ljiljana llewellyn
    lloyd lodewijk loek loes logan lois lola lolke lonneke lorcan loredana lorena lorenz lorenzo loretta lorna
    lorraine lothar lotje lotta lotte lottie lou loubna louis louis-marie louisa louise louwrens lowie lowri
    loïc loïck loïse luc luca lucas lucette lucia lucian luciana lucie lucien lucienne lucinda lucy lucyna
    lucía ludger ludivine ludmila ludo ludolf ludovic ludwig luigi luis luisa luise luk lukas lukasz luke luma
    luminita luna lut lutz luuk luz luís luísa lydia lydie lykke lyndon lynette lynn lynne lynsey lysanne
    lysbeth lysette lyudmila léa léandre léo léon léonie léopold maaike maarit maarten maartje maas mabel
    machiel machteld maciej madalina maddalena maddy madeleine madelief madeline madelon madhu madison mads
    mael maeve magali magda magdalena magdalene maggie magne magnhild magnus maha mahdi mahesh mahmoud mahmut
    mahnaz mahsa maike mair mairead maisie maja majid maksim malachy malaika malcolm malek malgorzata malik
    malika malin malte mamadou mandy manfred manish manoj manon manouk manuel manuela marc marc-antoine marcel
    marcela marceline marcella marcelle marcello marcelo marchel marcia marcin marco marcos marcus mareike
    marek maren marga margaret margarete margarethe margarida margarita margaux margit margje margo margot
    margreet margret margriet margrit marguerite maria maria-luise mariam mariama marian mariana marianna
    marianne marie marie-anne marie-christine marie-claire marie-claude marie-france marie-hélène marie-josé
    marie-laure marie-line marie-louise marie-noëlle marie-paule marie-pierre marie-thérèse marieke marielle
    marielouise marija marijke marijn marijne marika mariko marilyn marina marine marinka marinus mario
    mariola marion marisa mariska marisol marit marita marius mariusz mariya mariëlle mariëtte marja marjan
    marjanne marjatta marjet marjo marjolein marjolijn marjon marjorie mark marketa markku marko markus
    marleen marlene marlies marloes marlon marlène marnix marta martha marthe marti martial martien martijn
    martin martina martine marty marvin mary maryam maryline maryna maryse marzena mason masoud massimo
    mateusz mathew mathias mathieu mathijs mathilda mathilde mats matt matteo matthew matthias matthieu
    matthijs matti maud maureen maurice maurits maurizio mauro mavis max maxence maxim maxime maximilian
    maxine maya maysoon mazen maël maëlle maëlys małgorzata mechteld mechthild mechthilde meera megan mehdi
    mehmet mehrdad mehtap mei meike meinard meindert meine meinhard meinolf meinte melanie melchior melike
    melissa melle mellie melody meltem melvin melvyn menno meral mercedes meredith merel merijn merja merle
    merlijn mert merve mervyn meryem meta metin mette mhairi mia micha michael michaela michal michaël michał
    michel michele micheline michelle michiel michèle mick mickael mickaël mieczysław miek mieke mien miep
    mies miguel mihaela mihai mika mikael mikaël mike mikhail mikkel mikko mila milan milena miles milica
    millicent milos milou miloš mimi mimoun min mina mineke ming minke minna minnie mira miranda mircea
    mireille mirela mirella miriam mirjam mirjana mirko miroslaw mirosław mirte mirthe mirza mitch mitra
    moataz modou mohamad mohamed mohammad mohammed mohini mohsen moira mojgan molly mona mona-lisa monica
    moniek monika monique montserrat morag morgan morgane moritz morten morwenna moses mouna mounir mourad
    moussa muhammad muireann mukesh munir murat muriel murielle murray mustafa mustapha myfanwy mykola myles
    mylène myra myriam myrthe máire márton mélanie mélina mélissa müge mădălina naana nabil nacer nada nadeem
    nader nadezhda nadia nadine nadir nadja nadège naeem nahed naima najat najib najla nalan nalini nana nancy
    nanda nanette nanne naoko naomi napoleon naresh narges nariman narinder naseem nasir nasreen nasrin nasser
    natacha natalia natalie nataliia natalya natascha natasha nataša nathalie nathan nathanael nathanaël navid
    nawal nazan nazanin nazlı ndeye ndèye nebojsa nebojša neeraj negar neha neil nel nele nelie nelleke nellie
    nelly nelson nena nenad nerys neslihan nesrin nesta neville ngoc ngozi nguyen-van niall niamh nicholas
    nick nicky nico nicola nicolaas nicolae nicolai nicolas nicole nicolette nicolien nicoline nida niek niels
    nienke nigel nihal nihat nikhil nikita niklas nikola nikolai nikolaus nikolay nikos nilgün niloufar nils
    nilüfer nina nine ninke ninon nisha nitin nizar nkechi nnamdi noa noah noam noelle nol nolwenn nomsa noor
    noortje nora norah norbert noreen noriko norma norman nouf nour noura noureddine nouria noé noémie noël
    noëlle nuala nuno nuran nuray nurcan nuri nynke oana obinna octavia octavian océane oddvar odette odhran
    odile oebele okan okke oksana ola oladipo olaf olamide olav ole oleg oleh oleksandr oleksandra oleksii
    olena olga olha olive oliver olivia olivier olli olof olufemi olumide oluwaseun olwen olympe omar omid
    onne onno oonagh ophélie oran orhan oriane orla orlando ornella ortrud ortwin oscar osian oskar osman
    oswald otmar ottavio otte ottilie ottmar otto oumaima oumar ousmane outi ove ovidiu owain owen ozan paavo
    pablo paddy padma padraig paloma pamela paola paolo papa-demba parisa parker parvaneh parviz pascal
    pascale pascaline pascalle pascoe pat patrice patricia patricio patrick patrik patrizia patsy patty paul
    paul-gerhard paul-henri paula paulette pauli paulien paulina pauline paulo pavel pawel paweł payam peder
    pedro peer peggy pekka pelin pelle penelope penny pentti pepijn per percy pernille perpetua perrine perry
    petar pete peter peter-jan petra petri petronella petru petter petula peyman phil philibert philip philipp
    philippa philippe phoebe phuong phyllis pia piebe pien pier pierre pierre-alain pierre-yves pierrette
    pierrick piers piet pieter pieter-bas pieter-jan pietro pim pinar piotr pippa pirjo pirkko plamen pleun
    pooja poppy pouya pradeep prakash pranav prasad predrag priscilla priscille priya priyanka przemyslaw
    przemysław puck putri pádraig päivi pınar qasim quang quentin quinn quinten quirijn quirine rabia rachael
    rachel rachid rachida radha radmila radoslav radoslaw radostina radosław radu raed raf rafael rafaël rafał
    raffaella rafik rafiq raghav ragnar ragnhild rahel rahmat rahul raija raimar raimo raimund rainer
    rainer-maria raj rajesh rajiv rakesh ralf ralph raluca ramazan ramesh rami ramon ramona ramón rana randy
    rania ranjit ranko raoul raphael raphaela raphaël raphaëlle rasha rashid rashmi rasmus ratna ravi ray
    raymond raymonde razvan raïssa raúl rebecca rebekah rebekka recep redouan redouane reese regien regina
    reginald regine reidar reijer reijo reimund reina reinder reiner reinhard reinhild reinhilde reinhold
    reinier reinoud reinout reinoutje reint rekha remco remi remko remt renaat renata renate renaud rene renee
    renke renske rené renée reto rex reyhan reynald reza rhea rhian rhiannon rhodri rhona rhonda rhys ria
    rianne ricardo riccardo richard richelle richie rick rico ridouan rieke riekje rien rieneke rietje riikka
    rik rika rikkert rikus riley rima rina rineke ringo rinse rinske rintje risto rita ritva rizwan rob
    rob-jan robbert robbie robert roberta roberto robin robrecht robyn rocco roderich roderick rodney rodolphe
    rodrigo rodrigue roel roeland roelf roelie roelien roelof roger rogier rohan rohit roisin roland rolande
    rolf romain roman romane romuald romy ron ronald ronan ronnie ronny roos roosje roosmarijn rory rosa
    rosa-maria rosalie rosalind rosamund rosanna rosanne rosario rose roselyne rosemarie rosemary rosie
    roswitha rotraud rowan rowena roxana roxane roxanne roy roya rozemarijn ruba ruben rubén rudi rudolf rudy
    rufus rui rula rumen rupert ruprecht ruslan russell ruth ruud ryan ryszard rébecca régine régis rémi rémy
    róisín rüdiger răzvan rıza saar saara sabah sabina sabine sabri sabrina sacha sachin sadhbh sadia saeed
    sage sahar said saida sake salah saleem salih salim salima sally salma salman salomé salvatore sam saman
    samantha sami samia samir samira sammy samuel sanae sanaz sandeep sander sandor sandra sandrine sangita
    sanja sanjay sanjeev sanna sanne sanneke santiago santosh saoirse sara sarah sari sarina sarita sascha
    saskia satoshi satu saïd saïda saša scott seamus sean sebastiaan sebastian seda sedat seija sekou selim
    selin selina seline selma selwyn selçuk sema semra sepideh seppo serap serdar serge sergei sergey sergio
    sergiu serhat serhii serkan seun sevda sevgi sevil sevim seydou seán shabnam shafiq shahid shahin shahram
    shaista shanti sharda sharon shaun shauna shazia sheila shelagh shelley sheridan sherif shilpa shirin
    shirley shobha shreya shyam siamak sian sibel sibusiso sibylle sicco siddharth sidney sidonie siebe
    siegbert siegfried sieglinde siegmar siegmund siegrun sien sientje sierd sietse sietske sigmar sigmund
    sigrid sigrun sigurd siham sikke silje silke silvan silvana silvia silvie silvio simen simon simona simone
    simão siméon sinan sinead sinéad siobhan siobhán sipho sipke siri sirkka sirpa sissel sita siti siân sjaak
    sjaan sjef sjoerd sjors sjoukje slavica slawomir slobodan smail smita sneha snežana sofia sofiane sofie
    sofieke sofiia sohail soheil soheila solange solveig solène sonali songül sonia sonja sonnhild sonny soo
    sophia sophie soraya sorcha soren sorin souad soufian soufiane soumaya soumia srdjan stan stanislas
    stanislav stanislaw stanisław stanley stans stef stefaan stefan stefania stefanie stefano steffen steffi
    stella sten stephan stephane stephanie stephen sterre steve steven stewart stian stien stig stijn stine
    stjepan stoyan stuart sture stéphane stéphanie sudha sue suhail suman sumaya sunil sunita sunniva suresh
    susan susana susanna susanne sushma susie suus suzan suzanna suzanne suze suzette svea svein sven svenja
    sverre svetla svetlana svitlana swantje swati sybe sybil sybille sybrand sybren sylke sylvain sylvaine
    sylvana sylvester sylvestre sylvette sylvia sylviane sylvie sylvio sylwia sytske szymon séamus sébastian
    sébastien sébastienne ségolène sélim séraphine séverine sönke sören süleyman sławomir tabea tabitha taco
    tadeusz tadhg tahir takashi takeshi talal talitha tamar tamara tamika tamme tamsin taner tanguy tania
    tanja tanya tapani tapio tara taraneh taras tarek tarik tariq tarja tarkan tasneem tatiana tatjana taylor
    teade ted teddy teemu tejas temitope teodora terence teresa terje tero terri terry tess tessa tetiana teun
    teunis thabo thandiwe thanh thao thea thelma theo theodor theodora theodore thera theresa therese theresia
    thiago thibaud thibault thibaut thierry thies thijmen thijs thilo thirza thom thomas thomas-erik thor
    thoralf thorben thorsten thuy théo théodore théophile thérèse tiago tibor tiede tieme tiemen tien tiernan
    tihomir tiina tijmen tijs til tilde till tillmann tilly tilman tilo tim tim-oliver timm timo timothy
    timothée timur tina tineke tinka tinne tiny tirza titia titouan titus tjalling tjark tjebbe tjeerd tjerk
    tjitske tobias toby todd toine tolga tom tomas tomasz tomislav tomke tommaso tommy ton toni tonia tonko
    tonnie tonny tony toon toos torben torbjørn torgeir torsten torunn touria tove tracey tracy traian trang
    traudel traugott traute trees trevor trijntje trina trine trinette tristan tristram trond trude trudi
    trudy truls truus truusje tryntsje tsvetelina tuan tuba tudor tugba tuija tuncay tunde tuomas turgut turid
    tuula tuyet tuğba tygo tyler tyrone tülay uche uchenna uda udo ugur ulf uli ulla ulla-maija ulrich ulrike
    ulysse uma umberto umit una undine unni ursel ursula ursule urszula usha usman uta ute uwe uğur vadim
    vadym vahid valentijn valentin valentina valentine valeria valerie valère valérie valéry van-anh vanessa
    varun vasco vasile vasyl vaughan vedat veerle vegard veit vera verena verity vernon veronica veronie
    veronika veronique vesa vesela vesna vibeke vic vicente vicki vickie vicky victor victoria victorine vidar
    vijay vikram viktor viktoria vince vincent vincent-jan vinod viola violeta violette viorel viorica
    virginia virginie virpi vishal vito vittorio vivek vivian viviane vivien vivienne vlad vladimir volkan
    volker volkhard volkmar volodymyr vuk véronique wabe wael wafa wail walburga waldemar walid wallace walt
    walter waltraud waltraut wanda wanjiru waqas warner wassim wayan wayne wei wendela wendelien wendelin
    wendy wenke wenzel werner wes wesley wessel wibke wiebe wiebke wiebren wiel wieland wieneke wies wiesje
    wiesław wieteke wietse wietske wigger wijnand wiktor wil wilbert wilco wilfred wilfried wilhelm wilhelmina
    wilhelmine willeke willem willem-jan willemieke willemien willemijn willi william willibald willy wilma
    wiltrud wim wim-jan wina winfried winifred winnie winston witold wladimir wojciech wolf wolf-dieter
    wolfgang wolfhard wolfram wout wouter wouter-jan wubbe wubbo wulf wyatt wybe wybren wynand wytske wytze
    władysław xander xandra xavi xavier xenia xiao xiaoming ximena yaa yahya yalda yan yana yang yanis yann
    yannick yanti yara yaroslav yasemin yasin yasmin yasmina yasmine yassin yassine yasuko yavuz yaw yeliz
    yetunde yevhen yeşim yfke yiannis yilmaz ylva ynske yoann yoeri yohan yoko yolaine yolanda yolande yoram
    yordan younes youri yousef yousra youssef ype ytsje yuan yuki yulia yumi yunus yuri yuriy yusuf yuto yvan
    yves yvette yvon yvonne zach zacharie zahid zahra zaid zainab zakaria zanele zara zaynab zbigniew zdenek
    zdenka zdravko zdzisław zeger zehra zeineb zekeriya zeki zerrin zeynep zhang-wei ziad ziba zineb zita
    zlatan zodwa zoe zofia zohra zora zoran zorica zoé zoë zsuzsa zuhal zuzana zuzanna zygmunt zélie álvaro
    çağla çiğdem éamonn édith édouard éliane élisabeth élise élodie émeline émile émilie éric étienne éva
    évelyne óscar özcan özge özgür özlem øyvind ülkü ümit łukasz şeyma şule željko ștefan
";

static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| NAMES.split_ascii_whitespace().collect());

/// Whether `word` is a first name, or starts with one that is joined to another: "Jean-Luc".
pub(super) fn contains(word: &str) -> bool {
    let word = word.to_lowercase();
    KNOWN.contains(word.as_str()) || word.split_once('-').is_some_and(|(first, _)| KNOWN.contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_in_any_case_and_joined() {
        for name in ["Hubert", "JULIEN", "Jean-Luc", "Ayşe"] {
            assert!(contains(name), "{name}");
        }
        assert!(!contains("Inleiding"));
    }

    #[test]
    fn every_name_is_written_as_it_is_looked_up() {
        for name in NAMES.split_ascii_whitespace() {
            assert_eq!(name, name.to_lowercase());
        }
    }
}
