//! The commonest words of languages that share a script: the small words that any text of some length has. Words that
//! are parts of names (`de`, `van`, `los`) prove nothing and are left out.

use hashbrown::HashMap;
use std::sync::LazyLock;

/// A language with its commonest words. Languages of one family are so near to each other that words alone do not
/// prove which of them a text is in.
struct List {
    tag: &'static str,
    name: &'static str,
    family: u8,
    words: &'static str,
}

const fn list(tag: &'static str, name: &'static str, family: u8, words: &'static str) -> List {
    List { tag, name, family, words }
}

/// At most 64, as they are bits.
#[rustfmt::skip]
const LISTS: &[List] = &[
    list("en", "English", 1, "the and of to is in that for with this are be was as by on or from have has not you it your we which their they at if were been these those can will would should there when what how its about into than then them he she his our any all more also so no one only who my up out do such may must every each through where over some most other because just between both while"),
    list("fr", "French", 2, "et est dans pour que qui une un sur pas par avec ce cette sont aux nous vous il elle ou plus être fait ces ne se leur leurs mais comme votre nos sans aussi très tout tous toute ont été ainsi les des du on peut sous chaque entre lors dont donc même doit notre où si cela chez depuis"),
    list("de", "German", 3, "und ist nicht mit für auf eine ein einen einer einem das dass sich auch werden wird sie ich wir durch bei oder aus als nach sind wie über haben hat aber nur kann noch zur zum sein ihre wenn dem des der die den man vom beim unter diese dieser dieses mehr alle jeder hier uns schon war waren können muss"),
    list("nl", "Dutch", 4, "het een en van is niet op met voor zijn dat die aan ook als door naar bij uit worden wordt ik je wij we heeft hebben of maar nog kan kunnen over deze dit geen meer moet zich hij ze ging waar wat hun hier tot alle alleen dan onder toch nu al mijn mensen iedereen"),
    list("af", "Afrikaans", 4, "en die het nie is wat vir met om sy ook op dit word hulle aan ons deur sal kan as maar of by hierdie uit wees moet elke"),
    list("es", "Spanish", 5, "que el en una un con para por es se su sus como más pero fue este esta está son ser al lo nos cuando también muy sin sobre todo todos hay nuestro toda persona tiene los las del le ni yo ya donde desde hasta entre puede hace vez así"),
    list("pt", "Portuguese", 5, "que em um uma com para não por mais como mas ao os se na no foi são seu sua ou ser quando também muito nos já está eu pela pelo até isso ela entre era depois sem mesmo aos ter seus quem nas me esse você das dos onde então pode fazer nós"),
    list("gl", "Galician", 5, "que en un unha con para non por máis como unha ao se na no foi son seu súa ou ser cando tamén moi nos xa está pola polo ata isto ela entre era despois sen os dereito"),
    list("ca", "Catalan", 5, "que en una un amb per és és no es com més però va aquest aquesta són ser al els les seva seu també molt sense sobre tot tots ha dels pels ni han quan"),
    list("it", "Italian", 6, "che di per con non una un del della è il nel sono si dei delle alla come più anche ma gli questo questa essere al dal nella ha ogni suo sua loro ed le stato degli nei sul lo dopo senza ancora tra fra dove quando può suoi tutti"),
    list("ro", "Romanian", 7, "și în să nu pe cu care este un din mai pentru sunt fi sau că prin au sa lui ca fost după dar această acest orice fără ale unei unui se îi"),
    list("sv", "Swedish", 8, "och att det som är för på med av inte till har en ett om den var sig från så kan ska eller vid han men hade skall alla denna detta varje genom rätt hon ut upp efter mycket bara mot bli nu jag du vi"),
    list("da", "Danish", 8, "og at det er en til på som med for ikke den af der et har han de var sig fra kan skal ved også eller men om hun være denne dette enhver ret ud op efter meget kun mod blev nu jeg du vi"),
    list("no", "Norwegian", 8, "og at det er en til på som med for ikke den av et har han de var seg fra kan skal ved også eller men om hun være denne dette enhver rett ein eit ikkje frå ut opp etter mye bare mot ble nå jeg du vi"),
    list("is", "Icelandic", 9, "og að er sem ekki til við um hann það fyrir með var eru en hafa því eða frá þeir hefur verið allir þá þess"),
    list("fi", "Finnish", 10, "ja on ei että se ovat oli hän mutta kuin joka niin myös hänen tai kun jos olla sen jotka ole kaikki mukaan sekä ovat mitä jokaisella oikeus"),
    list("et", "Estonian", 10, "ja on ei et see oli ta kui ka ning mis oma või selle aga kes nad tema ole olid kõik iga inimesel õigus"),
    list("lv", "Latvian", 11, "un ir par ar no kas ka uz lai tika nav bija vai pie kā arī tiek viņa savu ikvienam jābūt tiesības"),
    list("lt", "Lithuanian", 12, "ir yra kad su iš į bet kaip tai buvo ar jo per po prie nuo jis visi turi būti taip pat kiekvienas teisę savo"),
    list("pl", "Polish", 13, "się nie na jest że do to jak ale za od przez dla po tym co są oraz czy tylko jego może być który która które przy jej ich lub każdy prawo gdy aby jeśli więc także przed pod nad bardzo już"),
    list("cs", "Czech", 14, "se na je že to jako ale za od pro po který která které jsou byl bylo při jeho nebo jen také až podle mezi má být každý právo jejich není"),
    list("sk", "Slovak", 14, "sa na je že to ako ale za od pre po ktorý ktorá ktoré sú bol bolo pri jeho alebo len tiež až podľa medzi má byť každý právo ich nie"),
    list("sl", "Slovenian", 15, "in je se na da ki za so pa bi kot tudi po ne pri ali ima bil bilo vsak kako če ter biti pravico pod med njegov"),
    list("hr", "Croatian, Bosnian or Serbian", 15, "je se na da za su od koji koja koje ne to kao ili po bi što ali biti samo pri sve nije iz svatko ima pravo svako bez prema kako može је се на да за су од који која које не то као или по би што али бити само при све није из свако има право без према може"),
    list("hu", "Hungarian", 16, "az és hogy nem egy is ez meg csak volt van mint vagy de már még aki azt minden lehet között joga kell olyan sem által után el"),
    list("tr", "Turkish", 17, "ve bir bu için ile olarak da çok daha olan gibi her ne kadar değil sonra veya ya onun ama var hakkı herkes olduğu tarafından en göre bütün ise ancak diye şu"),
    list("id", "Indonesian", 18, "yang dan di untuk dengan dari dalam ini tidak pada itu adalah oleh akan atau sebagai juga ada telah mereka setiap orang hak karena bisa kami anda"),
    list("ms", "Malay", 18, "yang dan di untuk dengan dari dalam ini tidak pada itu adalah oleh akan atau sebagai juga ada telah mereka setiap orang hak kerana boleh kepada anda"),
    list("vi", "Vietnamese", 19, "và của là có không được cho một người trong các những với này để khi từ cũng đã về như hay mọi quyền bị"),
    list("sw", "Swahili", 20, "na ya wa kwa ni la za katika kila mtu ana haki hii au kuwa yake hiyo kama pia bila lakini"),
    list("tl", "Tagalog", 21, "ang ng sa mga na at ay ito hindi para kung may isang ko nang pag siya kanyang bawat tao karapatan"),
    list("sq", "Albanian", 22, "dhe në të për që një me nuk është nga si se më ka kjo ky janë edhe do çdo drejtë"),
    list("cy", "Welsh", 23, "yn yr ac ar mae wedi gan fod bod eu hawl sydd neu oes bawb hwn hon nid"),
    list("ga", "Irish", 24, "agus an na ar ag le is tá bhí ach gach duine nach chun sin sé sí mar ceart"),
    list("eu", "Basque", 25, "eta da du ez bat izan baina den hau ere dute dira edo egin bere guztiek eskubidea dago duen"),
    list("ar", "Arabic", 40, "في على إلى التي الذي أن أو لا هذا هذه كان كل ما إن عن مع لم كما ذلك كانت قد وهو وهي ولا وفي وأن بين عند بعد يكون الذين لكل حق شخص حتى ثم نحو لن ليس أي هي هو نحن هناك إذا بعض"),
    list("fa", "Persian", 41, "که را از با این است برای می‌شود می شود آن های یک تا هر باید خود شده کند شما یا دارد بر ها بود می‌کند هم کرد حق کس شد چه نیز اگر اما همه ای نیست پس"),
    list("ur", "Urdu", 42, "کے کی ہے میں اور سے کو کا نے ہیں پر یہ کہ ایک نہیں جو تو بھی کر ہو تھا گا لئے لیے شخص ہر حق کیا"),
    list("ckb", "Kurdish", 43, "لە بە بۆ ئەو ئەم کە یان هەر لەگەڵ هەموو نییە بێ دەبێ خۆی هەیە مافی کەسێک"),
    list("ps", "Pashto", 44, "د په او چې ته سره کې له دی دا یا هر څوک نه ده حق لري خپل"),
    list("ru", "Russian", 50, "и не на что он как это по но из за от для то же или был его только так все она если быть может при их уже есть каждый человек имеет право они мы вы до во без я ты него ещё нет где когда чем"),
    list("uk", "Ukrainian", 50, "та не на що він як це але із за від для або був його тільки так все вона якщо бути може при їх вже кожна людина має право вони ми ви і й до"),
    list("be", "Belarusian", 50, "не на што ён як гэта але за ад для або быў яго толькі так усе яна калі быць можа пры іх ужо кожны чалавек мае права яны мы"),
    list("bg", "Bulgarian", 15, "на не се да за от като са или по със при това но към които който всеки има право бъде тя той ще си ги"),
    list("mk", "Macedonian", 15, "на не се да за од како се или по со при ова но кон кои кој секој има право биде таа тој ќе си ги"),
];

/// For each word the lists it is in.
static WORDS: LazyLock<HashMap<&'static str, u64>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, u64> = HashMap::new();
    for (at, list) in LISTS.iter().enumerate() {
        for word in list.words.split_ascii_whitespace() {
            *words.entry(word).or_default() |= 1 << at;
        }
    }
    words
});

/// A language that has a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known(usize);

impl Known {
    /// The language of a primary subtag, in lower case.
    pub fn of(primary: &str) -> Option<Known> {
        let tag = match primary {
            "nb" | "nn" => "no",
            "in" => "id",
            "zsm" | "zlm" => "ms",
            "fil" => "tl",
            "pes" | "prs" => "fa",
            "sr" | "bs" | "sh" | "cnr" => "hr",
            "mo" => "ro",
            "als" => "sq",
            "arb" | "arz" | "apc" | "ary" => "ar",
            other => other,
        };
        LISTS.iter().position(|list| list.tag == tag).map(Known)
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        LISTS[self.0].name
    }

    /// Whether words may not prove which of the two a text is in.
    pub fn is_near(self, other: Known) -> bool {
        LISTS[self.0].family == LISTS[other.0].family
    }

    /// Its bit in what [`lists_with`] gives.
    pub fn bit(self) -> u64 {
        1 << self.0
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Known> {
        (0..LISTS.len()).map(Known)
    }
}

/// A word, if it is a common one, and the lists that it is in as bits. It is given in lower case.
pub(super) fn lists_with(word: &str) -> Option<(&'static str, u64)> {
    WORDS.get_key_value(word).map(|(word, lists)| (*word, *lists))
}
