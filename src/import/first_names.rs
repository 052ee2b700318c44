//! First names that are common in the Netherlands, Flanders, Germany, France, Britain and Ireland, and among their neighbours.
//!
//! They tell "Inleiding Hubert Bruls" from "Inleiding Lokaal Beleid", and a speaker from an organisation. No list is
//! whole: a name that is not here is still a name where a word such as "door" or "speaker:" says so.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Lower case.
const NAMES: &str = "
    gill lykke
    aad aafke aaltje aaron abdel abdelkader abdul abdullah abel abena abigail achim achmed adaeze adam addie
    adele adelheid adina adnan adri adriaan adrian adrien agathe agnes agnieszka agnès ahmad ahmed ahmet
    aicha aida aidan aileen ailsa aino aisha aissatou ajay akiko akira akosua alain alan alastair albert
    albertine alberto alec alejandra alejandro aleksandar aleksandra alessandra alessandro alex alexander
    alexandra alexandre alexei alexia alexis alfons alfred ali alice alicia alida alide alie aline alison
    allan allison alma alwin ama amadou amanda amber amelia amin amina amir amira amit amy amélie ana anand
    anas anastasia anaïs anders andrea andreas andreea andrei andrew andrzej andré andy ane anette angela
    angelika angelique angie angus angèle angélique aniek anika anil anis anita anja anjali anje ank anke
    ann anna anna-maria annabel anne annechien annegret anneke annelie annelies anneliese anneloes annelore
    annemarie annemiek annemieke annet annette annick annie annika anny anouk anselm anthony antje antoine
    antoinet antoinette anton antonia antonio antti anya aoife apolline april ard arend ariane arie arjan
    arjen arlette armand armin arnaud arne arno arnold arnoud arthur artur arun arvind asha ashley ashok
    asmaa astrid ate aubrey audrey august augustin aurore aurélie aurélien austin avery axel ayesha ayla
    ayoub ayse ayşe aziz aïcha aïsha aïssatou babak babette bahar barbara barbera barend barry bart bas
    basil bastiaan bastian bastien bea beata beate beatrice beatrix beatriz becky bella ben benedict
    benedikt benedikte benjamin benno benny benoit benoît bep berend bernadette bernard bernd bernhard berry
    bert berta berthe bertille bertram bertrand bertus beth bettie bettina betty bianca bieke bilal birgit
    birgitta birte björn blaise blake bo bob bobby bojan bola boris borislav boudewijn bouke boukje brahim
    bram brandon brecht bregje brenda brendan brian brianna bridget brigitta brigitte britt britta bronwyn
    bruce bruno bryan burak burkhard béatrice bénédicte caitlin caleb callum cameron camiel camilla camille
    candice capucine cara carel carin carina carine carl carla carlijn carlo carlos carmen carol carola
    carole carolin carolina caroline caroll carolyn carsten carter carys cas casey caspar casper catarina
    cathal catharina catherine cathy cathérine catrin cecilia cedric cees celeste celine cem cemal chahid
    chantal charles charley charlie charlotte charlène chase chiara chidi chinedu chloe chloé chloë chris
    christa christel christelle christiaan christian christiane christien christin christina christine
    christof christoph christophe christopher ciara ciarán cilia cisca claire clara clare clary claude
    claudia claudine claus clemens clive clotilde clémence clément cléo cobi cody coen colette colin colleen
    colm connie conny conor constance constantin cor cora coralie cordula corentin corien corina corine
    corinna corinne cormac cornelia cornelis cornelius corrie craig cristian cristina curt cynthia cyril
    cyrille cécile cécilia cédric céline daan dafydd dagmar dakota dale damian damien dan dana daniel
    daniela danielle danièle daniëlle danny daphne daphné dario darius darnell daryl dave david davide davy
    dean debbie deborah declan deepa deepak deirdre dejan delphine denis denise dennis derek dervla desiree
    desirée desmond detlef detlev devika dewi diana diane dick didier diederik diego dieter dietmar dietrich
    dieuwertje dieuwke dilek dimitri dina dinah dineke ding dinie diny dirk djamila dmitri dolf dolores
    dominic dominik dominique donal donald donna dora doreen dorien dorine doris dorota dorothea dorothee
    dorothy dorothée dorry doug douglas dragan drew driek driss duncan dunja dylan dörte eckart eckhard ed
    eddie eddy edeltraud edgar edith edmund eduard eduardo edward edwin eef eelco eelke eeva efua egbert
    egon ehrenfried eileen eilidh ekaterina ela elaine eleanor elena eleonora eleri elfi elfriede eline
    elisa elisabeth elise eliza elizabeth elke ella elle elleke ellen ellie ellis elly elmar elodie els elsa
    elsbeth elske elspeth eléonore emanuel emeka emiel emil emile emilia emilie emilio emily emine emma
    emmanuel emmanuelle emmy emrah emre emrys engelbert enrico enrique enzo eoghan eoin eric erica erich
    erik erika erin erkan ernie ernst erwan erwin esmee esmée esra estelle esther ethan etienne euan eugenia
    eugenie eugène eva eve evelien eveline evelyn evelyne evert evert-jan ewa ewald ewan ewoud fabian fabien
    fabienne fabio fabrice fadi fadila faisal fanny farah farid farida farzad fatiha fatima fatma fatoumata
    fay fedde feike felicia felicitas felix femke femmie fenella fenna ferdi ferdinand fergus ferhat fernand
    fernanda fernando ferry fien filip finn fintan fiona fleur flip floor floortje florence florent florian
    floris fokje fokke folake folkert fons foppe fouad frances francesca francesco francine francis
    francisca francisco franck franco francois frank franka frankie frans franz françois françoise fraser
    frauke fred freddy frederic frederick frederik frederike freek frens freya frida frieda friedbert
    friedhelm friedrich friso frits fritz froukje frédéric frédérique félix gabi gabriel gabriela gabriele
    gabriella gabrielle gaby gaetan gareth gary gavin gaël gaëlle gea geart geert geertje geertruida geesje
    geke gemma genevieve geneviève geoff geoffrey georg george georges georgia georgina ger gerald geraldine
    gerard gerben gerbrand gerd gerda gerdien gerhard gerjo gerlinde gerlof germaine gernot gerold gerrie
    gerrieke gerrit gerrit-jan gerry gert gertjan gertrud gertrude gesche gethin ghislaine gianni giel gijs
    gijsbert gilbert giles gilles gillian gina giorgio giovanni gisela giselher gisèle gita giulia giuseppe
    glenn gloria glynis goedele gonda gonny gonçalo goran gordon gosia gottfried govert grace graeme graham
    gre greet greetje greg gregor gregory greta gretchen grietje grzegorz grégoire grégory guido guilherme
    guillaume gunda gundula gunnar gunther guus guy gwen gwenael gwenaëlle gwendolyn gwénaël gérald gérard
    gökhan göran gülay gülsen günter günther hakan hakim hala halina hamid hamish hamza han hanna hannah
    hanneke hannelore hannes hannie hanny hans hansje hanspeter harald harm harmen harold harriet harro
    harry hartmut hartwig hasan hassan hatice hauke hayley hayo hazel heather hector hedda hedwig hedy
    heidemarie heidi heidrun heike heikki heiko heiner heinke heinrich heinz heleen helen helena helene
    helga helge helma helmut helmuth hendrik henk hennie henning henny henri henriette henrik henrike henry
    herbert herman hermann hermien herta hervé hessel hetty hicham hidde hielke hilary hilda hilde hilke
    hilleke hilly hiroko hiroshi holger horst hossein houda hub hubert hubertus hugh hugo hui huib humphrey
    hunter hussein huub hylke hyun håkan hélène hülya iain ian ibrahim ida idriss ids iede ifeoma ignace
    ignas igor ike ilaria ildikó ilja ilka ilona ilse iman imane imke imogen imran ina indira ine ineke ines
    inga inge ingeborg ingeburg ingmar ingo ingrid inken inès inés inês irena irene irina iris irma irmgard
    irmtraud irène isa isaac isabel isabell isabella isabelle isla ismail isolde ivan ivana ivaylo ivo
    ivonne iwan iwona jaap jacek jacintha jack jackie jacky jaco jacob jacomijn jacqueline jacques jade
    jadwiga jake jakob jamal james jamie jan jana jane janet janette janice janina janine janis janka janke
    janna janne janneke jannie janny jantien jantine jantje jaouad jared jarek jarig jaring jaroslav jasmijn
    jasmin jasmina jasmine jason jasper javier jay jean jeanette jeanine jeanne jeannette jeannine jeff
    jeffrey jehan jelena jelle jelleke jelmer jen jenni jennie jennifer jenny jens jeremy jeroen jerome
    jerry jess jesse jessica jesús jet jetske jette ji jill jilles jim jimmy jing jip jits jitse jitske
    joachim joan joana joanna joanne joao joaquin job jocelyn jochem jochen jodie joe joel joep joerg joey
    johan johanna johannes john johnny joke jolanda jolande jolanta joleen jolien jolijn jon jonah jonas
    jonathan joni jonty joop joost joran jordan jordi jordy jorge joris jorn jorrit jos joscha josee josef
    josefien josefine joseph josephine josh joshua josien josina josje joske jost josé joséphine jouke
    joukje jovana joyce joão joël joëlle juan judith judy juha jukka jule jules julia julian juliana juliane
    julie julien juliet juliette julius jun junko jurgen jurjen jurre just justin justine justus jutta juul
    jérémie jérémy jérôme jörg jörn jürgen kader kai kaj kamal karel karen kari karim karima karin karina
    karine karl karl-heinz karla karlheinz karlien karlijn karolien karolin karolina karsten kasia kasper
    katarzyna kate katharina katharine katherine kathleen kathrin kathryn kathy katie katinka katja katrien
    katrin katrina katy kavita kay kayla kees keir keisha keith kelly kemal ken kenji kenneth kenny kerry
    kerstin kevin khadija khalid kicki kieran kiki kilian kim kimberley kirsten kirsti kirstin kirsty kitty
    kjell klaas klara klaske klaus klaus-dieter knut koen koenraad kofi konrad konstantin koos kor kris
    krishna krista kristel kristen kristian kristien kristin kristina kristine kristof krzysztof kseniya
    kunigunde kuno kurt kwabena kwame kwesi kyle kévin lachlan laetitia laila lajos lakshmi lambert lammert
    lana lara lars laszlo latifa latoya laura laure laurence laurens laurent laurette laurie laurien layla
    laëtitia lea leah leander leandro leberecht leen leena leendert leida leila lena lenie lenka lennart
    lenneke leny leo leon leona leonard leonardo leonhard leonie leonora leontine leopold lerato leroy les
    lesley leslie levke leyla leyli leïla lia liam lianne lida lidia lidwien lieke lien liesbet liesbeth
    lieselotte liesje lieuwe lieve lieven lievin ligia lili lilian liliane lilly lilou lily lina linda
    lindsay lindsey line ling linus lionel lis lisa lisanne lisbeth lise liselotte liset lisette lissa liv
    liz liza lizzie lodewijk loek loes logan lois lola lolke lorena lorenz lorenzo loretta lorna lorraine
    lothar lotje lotta lotte lou louis louisa louise louwrens loïc loïck luc luca lucas lucia lucie lucien
    lucienne lucinda lucy ludger ludmila ludo ludolf ludovic ludwig luis luisa luise luk lukas luke luna lut
    lutz luuk luz luís lydia lydie lynette lynn lynne lysanne lysbeth lysette léa léo léon léonie maaike
    maarten maartje maas mabel machteld maddalena maddy madeleine madelief madeline madelon madison mads
    mael maeve magali magda magdalena maggie magnhild magnus maha mahmoud mahmut mahnaz maike maja malaika
    malcolm malek malik malika malin malte manfred manon manuel manuela marc marcel marcela marcelle
    marcello marchel marcia marcin marco marcos marcus mareike marek maren margaret margarete margarita
    margaux margit margje margo margot margreet margret margriet marguerite maria mariam marian mariana
    marianna marianne marie marieke marielle marielouise marija marijke marijn marijne marika marilyn marina
    marine marinka marinus mario marion marisa mariska marit marita marius mariëlle marja marjan marjanne
    marjet marjo marjolein marjolijn marjon marjorie mark marketa marko markus marleen marlene marlies
    marloes marlon marlène marnix marta martha marthe marti martien martijn martin martina martine marty
    marvin mary maryam maryse mason massimo mathew mathias mathieu mathijs mathilda mathilde mats matt
    matteo matthew matthias matthieu matthijs matti maud maureen maurice maurits maurizio max maxim maxime
    maximilian maxine maya maël maëlle maëlys małgorzata mechthild mechthilde meera megan mehdi mehmet mei
    meike meinard meindert meine meinte melanie melissa mellie melody melvyn menno meral mercedes meredith
    merel merijn merle merlijn mert merve meryem meta mhairi mia micha michael michaela michal michaël
    michał michel michele michelle michiel michèle mick mickael mickaël miek mieke mien miep mies miguel
    mihai mikael mikaël mike mikhail mikko mila milan milena miles milos milou miloš mimi mimoun min mina
    mineke ming minke minnie mira miranda mireille miriam mirjam mirjana mirko mirte mirthe mirza mitch
    moataz mohamad mohamed mohammad mohammed moira molly mona monica moniek monika monique morag morgan
    morgane moritz morten moses mourad moussa muhammad munir murat muriel murielle mustafa mustapha myra
    myriam myrthe márton mélanie nabil nacer nada nadia nadine nadir nadja nadège nahed najat najib nancy
    nanda nanette nanne naoko naomi napoleon nariman nasrin natacha natalia natalie natascha natasha nataša
    nathalie nathan nathanael navid nawal nebojsa neha neil nel nele nelie nelleke nellie nelly nelson nena
    neville ngozi niamh nicholas nick nicky nico nicola nicolaas nicolai nicolas nicole nicolette nicoline
    niek niels nienke nigel niklas nikola nikolai nikolaus nikos nilgün nils nina nine ninke nisha nizar noa
    noah noam nol nolwenn nomsa noor noortje nora norah norbert noreen norma norman nour noura nouria noé
    noémie noël noëlle nuno nuran nuray nynke octavia océane odette odile oebele okke ola olaf ole oleg olga
    olive oliver olivia olivier olof oluwaseun olwen omar omid onne onno oonagh orhan orla orlando oscar
    oskar osman oswald otmar otte ottilie ottmar otto ousmane owen pablo paddy padraig paloma pamela paola
    paolo parisa parker pascal pascale pascalle pat patrice patricia patricio patrick patrik patrizia patsy
    patty paul paula pauli paulien paulina pauline paulo pavel paweł pedro peer peggy pekka penelope penny
    pepijn per percy perry pete peter petra petronella petula phil philip philipp philippa philippe phoebe
    phyllis pia piebe pien pier pierre pierrick piet pieter pieter-jan pietro pim piotr pippa pleun pooja
    poppy pradeep priscilla priya puck pádraig päivi quentin quinn quinten quirijn quirine rabia rachael
    rachel rachid rachida radoslav raf rafael rafaël rafał rafik raghav rahel rahul raimar raimund rainer
    raj rajesh ralf ralph ramazan rami ramon ramona ramón rana randy rania ranjit raoul raphael raphaela
    raphaël rashid ravi ray raymond raïssa raúl rebecca rebekka reese regien regina reginald reijer reina
    reinder reiner reinhard reinhilde reinhold reinier reinoud reinoutje reint remco remi remko remt renaat
    renate renaud rene renee renke renske rené renée reto rex reza rhea rhian rhiannon rhona rhys ria rianne
    ricardo riccardo richard richelle rick rieke rien rietje rik rika rikkert rikus riley rina rineke ringo
    rinse rintje rita ritva rob robbert robbie robert roberta roberto robin robrecht robyn rocco rodney
    rodolphe rodrigo roel roeland roelf roelie roelien roelof roger rogier rohan rohit roisin roland rolf
    romain roman romy ron ronald ronan ronnie ronny roos roosmarijn rory rosa rosalie rosalind rosamund
    rosanna rosanne rosario rose rosemarie rosemary rosie roswitha rowan rowena roxane roy rozemarijn ruben
    rudi rudolf rudy rufus rui rupert russell ruth ruud ryan régine régis rémi rémy róisín rüdiger saar
    sabah sabina sabine sabrina sacha sage said saida sake salah salim salima salma salman salvatore sam
    samantha samir samira sammy samuel sander sandor sandra sandrine sanjay sanna sanne sanneke santiago
    saoirse sara sarah sari sarina sarita sascha saskia satoshi saïd saïda scott sean sebastiaan sebastian
    selim selin selina selma selwyn serdar serge sergei sergio serkan sevgi sevim shahid shanti sharon shaun
    shauna sheila sherif shirin shirley sibylle sicco siddharth sidney siebe siegbert siegfried sieglinde
    siegmar sien sientje sierd sietse sietske sigrid sigurd sikke silke silvan silvia silvie silvio simon
    simona simone sinan sinead sinéad siobhan siobhán sipho sipke sita sjaak sjaan sjef sjoerd sjors sjoukje
    sneha sofia sofiane sofie soheil solveig solène songül sonia sonja sonnhild sonny soo sophia sophie
    soraya soren souad soumia stan stanislas stanley stans stef stefaan stefan stefania stefanie steffen
    steffi stella sten stephan stephane stephanie stephen sterre steve steven stewart stig stijn stine
    stuart stéphane stéphanie sue sunil sunita suresh susan susana susanna susanne susie suus suzan suzanna
    suzanne suze suzette svea sven svenja svetla svetlana swantje swati sybe sybille sybrand sybren sylke
    sylvain sylvana sylvester sylvia sylviane sylvie sylvio sytske sébastian sébastien ségolène séverine
    sönke sören tabea tabitha taco tadeusz takeshi talitha tamara tamika tamme tamsin tania tanja tanya tara
    tarek tarik tariq tatiana tatjana taylor teade ted teddy terence teresa terri terry tess tessa teun
    teunis thabo thea thelma theo theodor theodora theodore theresa therese theresia thibault thibaut
    thierry thies thijmen thijs thilo thirza thom thomas thorsten théo théodore thérèse tiago tibor tiede
    tieme tiemen tiina tijmen tijs til tilde till tillmann tilman tim timm timo timothy tina tineke tinka
    tinne tiny tirza titia titus tjalling tjark tjebbe tjeerd tjerk tjitske tobias toby todd tom tomas
    tomasz tomke tommaso tommy ton toni tonia tonko tonnie tonny tony toon toos torben torbjørn torsten
    tracey tracy traudel traute trees trevor trijntje trina trine trinette tristan tristram trude trudi
    trudy truus truusje tuncay tunde tuomas tygo tyler tyrone tülay udo ulf uli ulla ulrich ulrike umit
    ursula ute uwe valentijn valentin valentina valentine valeria valerie valérie vanessa vasco veerle vera
    verity veronica veronie veronika veronique vesna vic vicky victor victoria vijay vikram viktor viktoria
    vince vincent violeta violette virginia virginie vito vivek vivian viviane vivien vivienne vlad vladimir
    volker volkhard véronique wabe wail walid walt walter waltraud wanda warner wassim wayne wei wendelien
    wendelin wendy wenke wenzel werner wes wesley wessel wibke wiebe wiebke wiebren wiel wieland wies wiesje
    wieteke wietse wigger wil wilbert wilco wilfred wilfried wilhelm wilhelmina willeke willem willemieke
    willemien willemijn william willy wiltrud wim wina winfried winifred winnie winston wladimir wojciech
    wolf wolfgang wolfhard wolfram wout wouter wubbo wyatt wybren wytske wytze xander xandra xavi xavier
    xenia xiao ximena yan yang yanis yann yannick yara yasemin yasin yasmin yasmina yasmine yassin yassine
    yasuko yaw yeliz yfke yiannis yilmaz ylva yoann yoeri yoko yolanda yolande yoram youri yousra youssef
    ype ytsje yuki yuri yusuf yuto yvan yves yvette yvon yvonne zach zahra zainab zakaria zanele zara
    zbigniew zdenek zehra zeineb zeki zeynep ziad zita zoe zofia zohra zora zoran zoé zoë zsuzsa zuzana
    élisabeth élise élodie émile émilie étienne özlem øyvind ümit łukasz
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
