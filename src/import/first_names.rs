//! First names that are common in the Netherlands, Flanders, Germany, France, Britain and Ireland, and among their neighbours.
//!
//! They tell "Inleiding Hubert Bruls" from "Inleiding Lokaal Beleid", and a speaker from an organisation. No list is
//! whole: a name that is not here is still a name where a word such as "door" or "speaker:" says so.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Lower case.
const NAMES: &str = "
    aad aaron abdel abdelkader abdul abdullah abel abigail achim achmed adam addie adele adelheid adina
    adnan adri adriaan adrian adrien agathe agnes agnieszka agnès ahmad ahmed ahmet aicha aida aidan aileen
    aisha aissatou ajay akiko alain alan alastair albert alberto alec alejandra alejandro aleksandra
    alessandra alessandro alex alexander alexandra alexandre alexei alexia alexis alfons alfred ali alice
    alicia alida aline alison allan allison alma alwin amadou amanda amber amelia amin amina amir amira amit
    amy amélie ana anand anas anastasia anaïs anders andrea andreas andreea andrei andrew andrzej andré andy
    ane anette angela angelika angelique angie angélique aniek anika anil anis anita anja anje anke ann anna
    annabel anne annegret anneke annelies anneliese annelore annemarie annemieke annet annette annick annie
    annika anouk anselm anthony antje antoine antoinette anton antonia antonio anya aoife april ard arend
    ariane arie arjan arjen arlette armand armin arnaud arne arno arnold arnoud arthur artur arun asha
    ashley asmaa astrid ate aubrey audrey august augustin aurore aurélie aurélien axel ayesha ayla ayoub
    ayse ayşe aziz aïcha aïsha aïssatou babette barbara barend barry bart bas bastiaan bastian bastien bea
    beate beatrice beatrix beatriz becky bella ben benedict benedikt benedikte benjamin benno benny benoit
    benoît berend bernadette bernard bernd bernhard bert berta bertram bertrand beth bettie bettina betty
    bianca bieke bilal birgit birgitta birte björn blaise bo bob bobby boris boudewijn bouke boukje brahim
    bram brandon brecht brenda brendan brian bridget brigitta brigitte britt britta bronwyn bruce bruno
    bryan burak burkhard béatrice bénédicte caitlin caleb cameron camiel camilla camille candice cara carel
    carin carina carine carl carla carlijn carlo carlos carmen carol carola carole carolin carolina caroline
    caroll carolyn carsten cas casey caspar casper catharina catherine cathy cathérine catrin cecilia cedric
    celeste celine cem cemal chahid chantal charles charley charlie charlotte charlène chiara chloe chloé
    chloë chris christa christel christelle christiaan christian christiane christien christin christina
    christine christof christoph christophe christopher claire clara clare claude claudia claudine claus
    clemens clotilde clémence clément cléo colette colin colleen connie conny conor constance constantin cor
    cora coralie cordula corien corina corine corinna corinne cornelia cornelis cornelius corrie craig
    cristian cristina curt cynthia cyril cyrille cécile cécilia cédric céline daan dagmar dale damian damien
    dan dana daniel daniela danielle danièle daniëlle danny daphne daphné dario darius daryl dave david
    davide davy dean debbie deborah declan deirdre delphine denis denise dennis derek dervla desiree desirée
    detlef detlev devika diana diane dick didier diederik diego dieter dietmar dietrich dieuwertje dilek
    dimitri dina dinah ding dirk djamila dmitri dolf dolores dominic dominik dominique donald donna dora
    doreen dorien dorine doris dorothea dorothee dorothy dorothée doug douglas driss duncan dunja dylan ed
    eddie eddy edgar edith edmund eduard eduardo edward edwin eef eelco eelke eeva efua egbert eileen
    ekaterina ela elaine eleanor elena eleonora elfriede eline elisa elisabeth elise eliza elizabeth elke
    ella elle ellen ellie ellis elly elmar elodie els elsa elsbeth elske eléonore emanuel emeka emiel emil
    emile emilia emilie emilio emily emine emma emmanuel emmanuelle emmy emre enrico enrique enzo eric erica
    erich erik erika erin ernie ernst erwin esmée esra estelle esther ethan etienne eugenia eugenie eugène
    eva eve evelien eveline evelyn evelyne evert ewa ewald ewoud fabian fabien fabienne fabio fabrice fadi
    fadila faisal fanny farah farid farida fatiha fatima fatma fatoumata fay felicia felicitas felix femke
    fenna ferdi ferdinand ferhat fernand fernanda fernando ferry fien filip finn fiona fleur flip floor
    floortje florence florent florian floris folkert foppe fouad frances francesca francesco francine
    francis francisca francisco franck franco francois frank franka frankie frans franz françois françoise
    fred freddy frederic frederick frederik frederike freek freya frida frieda friedhelm friedrich friso
    frits fritz froukje frédéric frédérique félix gabi gabriel gabriela gabriele gabriella gabrielle gaby
    gaetan gareth gary gavin gaël gaëlle geart geert geertje geertruida geesje gemma genevieve geneviève
    geoff geoffrey georg george georges georgia georgina gerald geraldine gerard gerben gerbrand gerd gerda
    gerdien gerhard gerlinde germaine gerrie gerrit gerry gert gertjan gertrud gertrude ghislaine gianni
    giel gijs gijsbert gilbert gilles gillian gina giorgio giovanni gisela gisèle gita giulia giuseppe glenn
    gloria goedele gordon gosia govert grace graham gre greet greetje greg gregor gregory greta gretchen
    grietje grégoire grégory guido guilherme guillaume gunda gunther guus guy gwen gwenaëlle gwendolyn
    gérald gérard göran günter günther hakan hakim hamid hamza han hanna hannah hanneke hannelore hannes
    hannie hans hansje hanspeter harald harm harmen harold harriet harro harry hartmut hasan hassan hatice
    hayley hazel heather hector hedda hedwig hedy heidi heike heiko heiner heinrich heinz helen helena
    helene helga helge helma helmut hendrik hennie henning henny henri henriette henrik henrike henry
    herbert herman hermann hermien herta hervé hessel hetty hicham hidde hielke hilary hilda hilde hilke
    hiroshi holger horst hossein houda hub hubert hugh hugo huib humphrey hussein huub hélène iain ian
    ibrahim ida idriss ignace ignas igor ike ilaria ildikó ilja ilka ilona ilse iman imane imke imran ina
    ine ineke ines inga inge ingeborg ingmar ingo ingrid inken inès inés irena irene irina iris irma irmgard
    irène isa isaac isabel isabell isabella isabelle ismail ivan ivana ivo ivonne iwan jaap jacek jack
    jackie jacky jaco jacob jacqueline jacques jade jake jakob jamal james jamie jan jana jane janet janette
    janice janina janine janis janka janke janna janne janneke jannie janny jantien jantine jantje jaouad
    jared jarek jaroslav jasmijn jasmin jasmina jasmine jason jasper javier jay jean jeanette jeanine jeanne
    jeannette jeannine jeff jeffrey jehan jelena jelle jelmer jen jenni jennie jennifer jenny jens jeremy
    jeroen jerome jerry jess jesse jessica jesús jet jette jill jilles jim jimmy jip jitse jitske joachim
    joan joana joanna joanne joaquin job jochem jochen jodie joe joel joep joerg joey johan johanna johannes
    john johnny jolanda jolande jolanta joleen jolien jolijn jon jonah jonas jonathan joni joop joost joran
    jordan jordi jordy jorge joris jorn jorrit jos joscha josee josef josefien josefine joseph josephine
    josh joshua josien josina josje joske jost josé joséphine joyce joël joëlle juan judith judy jule jules
    julia julian juliana juliane julie julien juliet juliette julius junko jurgen jurjen jurre just justin
    justine justus jutta juul jérémie jérémy jérôme jörg jörn jürgen kader kai kaj kamal karel karen karim
    karima karin karina karine karl karla karlijn karolien karolin karolina karsten kasia kasper kate
    katharina katharine katherine kathleen kathrin kathryn kathy katie katinka katja katrien katrin katrina
    katy kay kees keith kelly kemal ken kenneth kenny kerry kerstin kevin khadija khalid kicki kieran kilian
    kim kimberley kirsten kirsti kirstin kirsty kitty klaas klara klaske klaus koen koenraad konrad
    konstantin koos kris krista kristel kristen kristian kristien kristin kristina kristine kristof
    krzysztof kseniya kuno kurt kwame kyle laetitia laila lajos lambert lana lara lars laszlo latifa laura
    laure laurence laurens laurent laurette laurie laurien laëtitia lea leah leander leandro leen leena
    leendert leila lena lenie lenka lennart leo leon leona leonard leonardo leonie leonora leontine leopold
    leroy les lesley leslie leyla leïla lia liam lianne lidia lidwien lieke lien liesbet liesbeth lieselotte
    lieve lieven lievin ligia lili lilian liliane lilly lily lina linda lindsay lindsey line linus lionel
    lis lisa lisanne lisbeth lise liselotte lisette lissa liv liz liza lizzie lodewijk loes lois lola lorena
    lorenz lorenzo loretta lorna lorraine lothar lotta lotte lou louis louisa louise loïc luc luca lucas
    lucia lucie lucien lucienne lucinda lucy ludger ludmila ludo ludovic ludwig luis luisa luise luk lukas
    luke luna lut lutz luuk luz lydia lydie lynn lynne lysanne léa léo léon léonie maaike maarten maartje
    maas machteld maddalena maddy madeleine madelief madeline madelon mads mael magali magda magdalena
    maggie magnus maha mahmoud mahmut maike maja malaika malcolm malek malik malika malin malte manfred
    manon manuel manuela marc marcel marcela marcelle marcello marcia marcin marco marcos marcus mareike
    marek maren margaret margarete margarita margaux margit margje margo margot margreet margret margriet
    marguerite maria mariam marian marianna marianne marie marieke marielle marielouise marijke marijn
    marijne marika marilyn marina marine marinka marinus mario marion marisa mariska marit marita marius
    mariëlle marja marjan marjanne marjet marjo marjolein marjolijn marjon marjorie mark marketa marko
    markus marleen marlene marlies marloes marlon marlène marnix marta martha marthe marti martien martijn
    martin martina martine marty marvin mary maryam maryse massimo mathew mathias mathieu mathijs mathilde
    mats matt matteo matthew matthias matthieu matthijs maud maureen maurice maurits maurizio max maxim
    maxime maximilian maya maëlle mechthild megan mehdi mehmet mei meike meinard meindert meinte melanie
    melissa melody menno meral mercedes meredith merel merijn merle merlijn mert merve meryem mia micha
    michael michaela michal michaël michał michel michele michelle michiel michèle mick miek mieke mien miep
    mies miguel mihai mikael mikaël mike mikhail mila milan milena milou mimi mimoun mina mineke minke
    minnie mira miranda mireille miriam mirjam mirjana mirko mirte mirthe mirza mitch moataz mohamad mohamed
    mohammad mohammed moira molly mona monica moniek monika monique morgan morgane moritz morten moses
    mourad moussa muhammad munir murat muriel murielle mustafa mustapha myra myriam myrthe márton mélanie
    nabil nacer nada nadia nadine nadir nadja nadège nahed najat najib nancy nanda nanette naoko naomi
    napoleon nariman nasrin natacha natalia natalie natascha natasha nataša nathalie nathan nathanael nawal
    neha neil nel nele nelleke nellie nelly nelson nena nicholas nick nicky nico nicola nicolaas nicolai
    nicolas nicole nicolette nicoline niek niels nienke nigel niklas nikola nikolai nikolaus nikos nils nina
    nine ninke nizar noa noah noam nol nolwenn noor noortje nora norah norbert norma norman nour noura
    nouria noé noémie noël noëlle nuno nuray nynke octavia odette odile ola olaf ole oleg olga olive oliver
    olivia olivier olof omar onno oonagh orla orlando oscar oskar osman otmar ottilie otto ousmane owen
    pablo paddy paloma pamela paola paolo pascal pascale pascalle pat patrice patricia patricio patrick
    patrik patrizia patsy patty paul paula paulien paulina pauline paulo pavel pedro peer peggy penelope
    penny per percy perry pete peter petra petronella phil philip philipp philippa philippe phoebe phyllis
    pia pien pier pierre pierrick piet pieter pietro pim piotr pippa poppy pradeep priscilla priya puck
    quentin quinten quirijn quirine rabia rachel rachid rachida radoslav raf rafael rafaël rafał rafik
    raghav rahel raimund rainer raj rajesh ralf ralph ramazan ramon ramona ramón rana randy raoul raphael
    raphaela raphaël rashid ravi ray raymond raïssa raúl rebecca rebekka regina reginald reijer reina
    reinder reiner reinhard reinhilde reinier reinoud remco remi remko renaat renate renaud rene renee
    renske rené renée reto rex reza rhea rhian rhiannon rhona ria ricardo riccardo richard richelle rick
    rieke rien rik rika rikkert rikus rina rineke ringo rita ritva rob robbert robbie robert roberta roberto
    robin robrecht robyn rocco rodney rodolphe rodrigo roel roeland roelof roger rogier roland rolf romain
    roman romy ron ronald ronan ronny rory rosa rosalie rosanna rosanne rosario rose rosemarie rosemary
    rosie roswitha rowan rowena roxane roy ruben rudi rudolf rudy rupert russell ruth ruud ryan régine régis
    rémi rémy rüdiger saar sabah sabina sabine sabrina sacha said saida salah salim salima salman salvatore
    sam samantha samir samira sammy samuel sander sandor sandra sandrine sanjay sanna sanne santiago sara
    sarah sarina sarita sascha saskia saïd saïda scott sean sebastiaan sebastian selim selin selina selma
    serge sergei sergio shahid sharon shaun shauna sheila shirley sibylle sidney siebe siegfried sien sietse
    sietske sigrid sigurd silke silvan silvia silvie silvio simon simona simone siobhan siobhán sita sjaak
    sjaan sjef sjoerd sjors sjoukje sofia sofiane sofie sonia sonja sonny sophia sophie soraya soren souad
    soumia stan stanislas stanley stef stefaan stefan stefania stefanie steffen steffi stella sten stephan
    stephane stephanie stephen sterre steve steven stewart stig stijn stine stuart stéphane stéphanie sue
    sunita susan susana susanna susanne susie suus suzan suzanna suzanne suze sven svenja svetlana swantje
    sybille sybrand sylke sylvain sylvana sylvester sylvia sylviane sylvie sébastian sébastien séverine
    sören tabea tabitha talitha tamara tania tanja tanya tara tarik tariq tatiana tatjana taylor ted teddy
    terence teresa terri terry tess tessa teun teunis thea thelma theo theodor theodora theodore theresa
    therese theresia thibault thibaut thierry thies thijs thilo thom thomas thorsten théo théodore thérèse
    tibor tieme tiemen tijmen tijs til tilde till tillmann tilman tim timm timo timothy tina tineke tinka
    tinne tiny titia titus tjalling tjeerd tjerk tobias toby todd tom tomas tomasz tommaso tommy ton toni
    tonia tonnie tonny tony toon toos torben torsten tracey tracy trees trevor trijntje trina trine trinette
    tristan trude trudi trudy truus tuncay udo ulf uli ulla ulrich ulrike umit ursula ute uwe valentijn
    valentin valentina valentine valeria valerie valérie vanessa vasco veerle vera veronica veronika
    veronique vic vicky victor victoria vijay vikram viktor viktoria vincent violeta violette virginia
    virginie vito vivian viviane vivien vivienne vlad vladimir volker véronique wail walt walter wanda
    warner wassim wayne wendelin wendy wenke werner wes wesley wessel wiebe wiebke wiel wies wieteke wietse
    wil wilbert wilco wilfred wilfried wilhelm wilhelmina willeke willem willemien willemijn william willy
    wim wina winfried winnie winston wladimir wolfgang wolfram wout wouter wubbo wytske wytze xander xandra
    xavier xenia ximena yanis yann yannick yara yasemin yasin yasmin yasmina yasmine yassin yassine yasuko
    yeliz yiannis yoann yoeri yolanda yolande yoram youri yousra youssef yuki yuri yusuf yves yvette yvon
    yvonne zach zahra zainab zakaria zara zdenek zehra zeineb zeynep zita zoe zofia zohra zora zoé zoë
    zsuzsa zuzana élisabeth élise élodie émile émilie étienne özlem ümit
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
