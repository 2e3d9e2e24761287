<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi">
<context>
    <name>Sentence</name>
    <message>
        <source>1 payment came back</source>
        <translation>1 भुगतान वापस आया</translation>
    </message>
    <message>
        <source>A GST rate lies between 0 and 100 percent.</source>
        <translation>GST दर 0 से 100 प्रतिशत के बीच होती है।</translation>
    </message>
    <message>
        <source>A PIN has {fewest} to {most} digits.</source>
        <translation>PIN में {fewest} से {most} अंक होते हैं।</translation>
    </message>
    <message>
        <source>A PIN is set by its owner, after signing in by password.</source>
        <translation>PIN वही बनाता है जिसका है, पासवर्ड से साइन इन करने के बाद।</translation>
    </message>
    <message>
        <source>A UPI code can only ask for an amount above zero.</source>
        <translation>UPI कोड में शून्य से ज़्यादा रकम ही माँगी जा सकती है।</translation>
    </message>
    <message>
        <source>A UPI code needs the payee's name. Set the firm's name first.</source>
        <translation>UPI कोड में पाने वाले का नाम चाहिए। पहले फ़र्म का नाम लिखें।</translation>
    </message>
    <message>
        <source>A backup was restored: an earlier chain had reached number {number}, which is not here any more. The books went on with a new chain and a series of its own.</source>
        <translation>बैकअप वापस लगाया गया: पहले की कड़ी {number} तक पहुँची थी, जो अब यहाँ नहीं है। बही नई कड़ी और अपनी सीरीज़ के साथ आगे चलीं।</translation>
    </message>
    <message>
        <source>A bill belongs to a party that this voucher does not post to.</source>
        <translation>बिल ऐसी पार्टी का है जो इस वाउचर में नहीं है। इसी पार्टी का बिल चुनें।</translation>
    </message>
    <message>
        <source>A bill of the voucher has no amount.</source>
        <translation>वाउचर के एक बिल में रकम नहीं है।</translation>
    </message>
    <message>
        <source>A bracket is missing in “{text}”. Write both, or a minus sign.</source>
        <translation>“{text}” में एक कोष्ठक छूटा है। दोनों लिखें, या घटा का निशान।</translation>
    </message>
    <message>
        <source>A branch is named by one short word of letters and figures, such as SURAT or B2.</source>
        <translation>शाखा का नाम अंग्रेज़ी अक्षरों और अंकों का एक छोटा शब्द हो, जैसे SURAT या B2।</translation>
    </message>
    <message>
        <source>A check did not pass: look at Verify.</source>
        <translation>एक जाँच ठीक नहीं निकली: “जाँच” देखिए।</translation>
    </message>
    <message>
        <source>A cheque needs its number.</source>
        <translation>चेक का नंबर लिखें।</translation>
    </message>
    <message>
        <source>A contra moves money between cash and bank accounts only; use a journal.</source>
        <translation>कॉन्ट्रा में पैसा केवल नकद और बैंक के बीच जाता है; जर्नल बनाएँ।</translation>
    </message>
    <message>
        <source>A contra moves money from one account to another; choose two.</source>
        <translation>कॉन्ट्रा में पैसा एक खाते से दूसरे में जाता है; दो अलग खाते चुनें।</translation>
    </message>
    <message>
        <source>A count cannot be less than nothing.</source>
        <translation>गिनती शून्य से कम नहीं हो सकती।</translation>
    </message>
    <message>
        <source>A count is a whole number.</source>
        <translation>गिनती पूरी संख्या होती है।</translation>
    </message>
    <message>
        <source>A credit limit cannot be negative; leave it empty for none.</source>
        <translation>उधार की सीमा घटा में नहीं होती; सीमा न हो तो खाली छोड़ें।</translation>
    </message>
    <message>
        <source>A language is named by its code, such as hi.</source>
        <translation>भाषा अपने कोड से लिखी जाती है, जैसे hi।</translation>
    </message>
    <message>
        <source>A limit cannot be less than nothing.</source>
        <translation>सीमा शून्य से कम नहीं हो सकती।</translation>
    </message>
    <message>
        <source>A limit must lie between 0 and {most}; leave it empty for none.</source>
        <translation>सीमा 0 और {most} के बीच हो; न रखनी हो तो खाली छोड़ें।</translation>
    </message>
    <message>
        <source>A link of the chain was changed after it was recorded.</source>
        <translation>दर्ज होने के बाद कड़ी बदली गई है।</translation>
    </message>
    <message>
        <source>A note has at most {most} letters.</source>
        <translation>टिप्पणी में ज़्यादा से ज़्यादा {most} अक्षर हों।</translation>
    </message>
    <message>
        <source>A number in the sum has more than six decimals. Shorten it.</source>
        <translation>हिसाब के एक अंक में दशमलव के बाद छह से ज़्यादा अंक हैं। छोटा करें।</translation>
    </message>
    <message>
        <source>A page has 20 to 127 lines.</source>
        <translation>एक पन्ने में 20 से 127 लाइनें होती हैं।</translation>
    </message>
    <message>
        <source>A page needs at least {least} lines.</source>
        <translation>पन्ने में कम से कम {least} लाइनें चाहिए।</translation>
    </message>
    <message>
        <source>A party needs a name of at most {most} letters.</source>
        <translation>पार्टी का नाम लिखें, ज़्यादा से ज़्यादा {most} अक्षर।</translation>
    </message>
    <message>
        <source>A party stands twice on this run sheet.</source>
        <translation>इस रन शीट में एक पार्टी दो बार है।</translation>
    </message>
    <message>
        <source>A party's code has at most 32 letters and begins with no space.</source>
        <translation>पार्टी के कोड में ज़्यादा से ज़्यादा 32 अक्षर हों और शुरू में खाली जगह न हो।</translation>
    </message>
    <message>
        <source>A password has at least {fewest} characters.</source>
        <translation>पासवर्ड में कम से कम {fewest} अक्षर होते हैं।</translation>
    </message>
    <message>
        <source>A pin holds until today or a day to come.</source>
        <translation>श्रेणी आज या आगे के किसी दिन तक ही तय हो सकती है।</translation>
    </message>
    <message>
        <source>A promise is for today or a day to come.</source>
        <translation>वादा आज का या आगे के किसी दिन का होता है।</translation>
    </message>
    <message>
        <source>A rebuild differs in: {different}. Rebuild the books.</source>
        <translation>फिर बनाने पर यहाँ फ़र्क आया: {different}। बही फिर बनाएँ।</translation>
    </message>
    <message>
        <source>A rebuild from the facts gives the same books.</source>
        <translation>दर्ज बातों से फिर बनाने पर यही बही बनती है।</translation>
    </message>
    <message>
        <source>A report row cannot be read: “{problem}”. Export the report again.</source>
        <translation>रिपोर्ट की एक पंक्ति पढ़ी नहीं गई: “{problem}”। रिपोर्ट फिर निकालें।</translation>
    </message>
    <message>
        <source>A round-off is at most ₹10; give the rest as discount.</source>
        <translation>राउंड-ऑफ़ ₹10 तक ही होता है; बाकी छूट में दें।</translation>
    </message>
    <message>
        <source>A run sheet has at least one party and at most {most}.</source>
        <translation>रन शीट में कम से कम एक और ज़्यादा से ज़्यादा {most} पार्टियाँ हों।</translation>
    </message>
    <message>
        <source>A text holds an invisible character (NUL) that cannot be kept; type it again.</source>
        <translation>लिखे हुए में एक न दिखने वाला अक्षर (NUL) है जो रखा नहीं जा सकता; उसे फिर से लिखें।</translation>
    </message>
    <message>
        <source>A voucher needs a number of at most 64 characters.</source>
        <translation>वाउचर का नंबर चाहिए, ज़्यादा से ज़्यादा 64 अक्षर।</translation>
    </message>
    <message>
        <source>A voucher needs at least one debit and one credit.</source>
        <translation>वाउचर में कम से कम एक नाम और एक जमा चाहिए।</translation>
    </message>
    <message>
        <source>A week has the days from Monday to Sunday.</source>
        <translation>हफ़्ते में सोमवार से रविवार तक के दिन होते हैं।</translation>
    </message>
    <message>
        <source>Accounts that are no parties have opening balances ({count}); they are left out, because these books hold the receivables side only.</source>
        <translation>जो खाते पार्टी नहीं हैं उनकी शुरुआती बाकी ({count}) छोड़ दी गई, क्योंकि इस बही में केवल उधारी का हिसाब है।</translation>
    </message>
    <message>
        <source>Ageing slabs must rise, as in 30,60,90,120: at most {most} of them, from 1 to {last} days.</source>
        <translation>उम्र के दिन बढ़ते क्रम में लिखें, जैसे 30,60,90,120: ज़्यादा से ज़्यादा {most}, 1 से {last} दिन तक।</translation>
    </message>
    <message>
        <source>All series codes are used; no further counter can be enrolled.</source>
        <translation>सारे शृंखला कोड लग चुके हैं; अब कोई नया काउंटर नहीं जुड़ सकता।</translation>
    </message>
    <message>
        <source>All {facts} facts are as they were recorded.</source>
        <translation>सभी {facts} बातें वैसी ही हैं जैसी दर्ज हुई थीं।</translation>
    </message>
    <message>
        <source>Amounts cannot be written in “{language}”. Choose one of: {known}.</source>
        <translation>रकम “{language}” में शब्दों में नहीं लिखी जा सकती। इनमें से चुनें: {known}।</translation>
    </message>
    <message>
        <source>An IFSC has four letters, a zero and six more letters or digits.</source>
        <translation>IFSC में चार अक्षर, एक शून्य और छह अक्षर या अंक होते हैं।</translation>
    </message>
    <message>
        <source>An account needs a name.</source>
        <translation>खाते का नाम लिखें।</translation>
    </message>
    <message>
        <source>An address does not begin with a dash.</source>
        <translation>पता डैश से शुरू नहीं होता।</translation>
    </message>
    <message>
        <source>An amount is missing: every line of a voucher needs one.</source>
        <translation>एक रकम छूटी है: वाउचर की हर लाइन में रकम चाहिए।</translation>
    </message>
    <message>
        <source>An amount is settled, but the row does not say when; only the invoice is taken.</source>
        <translation>रकम चुकता लिखी है पर तारीख नहीं; केवल बिल लिया गया।</translation>
    </message>
    <message>
        <source>An amount, a date or a credit period of it cannot be read: {problem}. Correct it in Tally and export again.</source>
        <translation>इसकी कोई रकम, तारीख या उधार की अवधि पढ़ी नहीं गई: {problem}। Tally में सुधारकर फिर निकालें।</translation>
    </message>
    <message>
        <source>An employee needs a name.</source>
        <translation>कर्मचारी का नाम चाहिए।</translation>
    </message>
    <message>
        <source>An item needs a name.</source>
        <translation>माल का नाम लिखें।</translation>
    </message>
    <message>
        <source>An item's rate cannot be negative.</source>
        <translation>माल का भाव घटा में नहीं होता।</translation>
    </message>
    <message>
        <source>An older copy of these books was put back; {lost} entries that were recorded since then are not in it and must be recorded anew. New numbers are of series {series} from now on, so that none is ever used twice.</source>
        <translation>इन बही की पुरानी प्रति लगाई गई; उसके बाद की {lost} प्रविष्टियाँ इसमें नहीं हैं और फिर से लिखनी होंगी। अब से नए नंबर {series} सीरीज़ के होंगे, ताकि कोई नंबर दो बार न लगे।</translation>
    </message>
    <message>
        <source>An older copy of these books was put back; {lost} entries that were recorded since then are not in it, and those that were sent come back by sync. New numbers are of series {series} from now on, so that none is ever used twice.</source>
        <translation>इन बही की पुरानी प्रति लगाई गई; उसके बाद की {lost} प्रविष्टियाँ इसमें नहीं हैं; जो भेजी जा चुकी थीं, मिलान से वापस आ जाएँगी। अब से नए नंबर {series} सीरीज़ के होंगे, ताकि कोई नंबर दो बार न लगे।</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>और {count}।</translation>
    </message>
    <message>
        <source>Another CollectIQ on this machine is exchanging for these books just now.</source>
        <translation>इसी मशीन पर दूसरा CollectIQ अभी इन बही का मिलान कर रहा है।</translation>
    </message>
    <message>
        <source>Another counter promised this print; it can only be done there.</source>
        <translation>यह छपाई दूसरे काउंटर की है; वहीं होगी।</translation>
    </message>
    <message>
        <source>Another voucher with the same GUID and another content came before; it was taken, this one was not. Export both anew from one company.</source>
        <translation>इसी GUID का दूसरा वाउचर पहले आ चुका था; वह लिया गया, यह नहीं। दोनों को एक ही कंपनी से फिर निकालें।</translation>
    </message>
    <message>
        <source>At most {most} copies are printed at once.</source>
        <translation>एक बार में ज़्यादा से ज़्यादा {most} प्रतियाँ छपती हैं।</translation>
    </message>
    <message>
        <source>At most {most} parties can be assigned at once.</source>
        <translation>एक बार में ज़्यादा से ज़्यादा {most} पार्टियाँ सौंपी जा सकती हैं।</translation>
    </message>
    <message>
        <source>Balance = open bills + on account for every party.</source>
        <translation>हर पार्टी में बकाया = खुले बिल + खाते में जमा।</translation>
    </message>
    <message>
        <source>Bill {number} cannot take this amount; it is more than is open on it.</source>
        <translation>बिल {number} पर इतनी रकम नहीं लग सकती; उस पर इतना बकाया नहीं है।</translation>
    </message>
    <message>
        <source>Bill {number} has {open} open; set that much or less against it.</source>
        <translation>बिल {number} पर {open} बकाया है; इतना या इससे कम लगाएँ।</translation>
    </message>
    <message>
        <source>Bill {number} is chosen twice; put its amounts together.</source>
        <translation>बिल {number} दो बार चुना है; रकम जोड़कर एक बार लिखें।</translation>
    </message>
    <message>
        <source>Bill {number} of “{party}” is settled with {excess} more than it was worth; that stays on account.</source>
        <translation>“{party}” के बिल {number} पर {excess} ज़्यादा लगा है; वह खाते में जमा रहेगा।</translation>
    </message>
    <message>
        <source>Bill {number} of “{party}” was never opened in what was read; it is opened here with {opening}.</source>
        <translation>“{party}” का बिल {number} पढ़ी हुई फ़ाइल में कहीं बना नहीं; यहाँ {opening} से बनाया गया।</translation>
    </message>
    <message>
        <source>Bills of the masters are opened again by vouchers ({count}, first {first}). The masters seem to be exported with “closing balance as opening balance”, which counts them twice. Export the masters again without it, or leave the vouchers out.</source>
        <translation>मास्टर के बिल वाउचर से दोबारा बन रहे हैं ({count}, पहला {first})। लगता है मास्टर “closing balance as opening balance” के साथ निकाले गए, जिससे वे दो बार गिने जाते हैं। उसके बिना मास्टर फिर निकालें, या वाउचर छोड़ दें।</translation>
    </message>
    <message>
        <source>Bills paid so far: {count}</source>
        <translation>अब तक चुकाए गए बिल: {count}</translation>
    </message>
    <message>
        <source>Cash with agents is kept for each agent; say whose it is.</source>
        <translation>एजेंटों का नक़द हर एजेंट का अलग रहता है; बताएँ किसका है।</translation>
    </message>
    <message>
        <source>Cheque {number} bears {date}; the bank takes it from that day on.</source>
        <translation>चेक {number} पर {date} तारीख है; बैंक उसी दिन से लेगा।</translation>
    </message>
    <message>
        <source>Cheque {number} of {party} is {state} since {date}; look at the register again.</source>
        <translation>{party} का चेक {number}, {date} से {state} है; रजिस्टर फिर देखें।</translation>
    </message>
    <message>
        <source>Choose at least one party.</source>
        <translation>कम से कम एक पार्टी चुनिए।</translation>
    </message>
    <message>
        <source>Choose the folder that the PDFs go to.</source>
        <translation>PDF किस फ़ोल्डर में जाएँ, चुनें।</translation>
    </message>
    <message>
        <source>Column “{headers}” is empty; the row needs it.</source>
        <translation>कॉलम “{headers}” खाली है; पंक्ति में यह चाहिए।</translation>
    </message>
    <message>
        <source>Credit days must lie between 0 and {most}.</source>
        <translation>उधार के दिन 0 से {most} के बीच हों।</translation>
    </message>
    <message>
        <source>Debits and credits differ by {difference}. Correct it there.</source>
        <translation>नाम और जमा में {difference} का फ़र्क है। वहीं सुधारें।</translation>
    </message>
    <message>
        <source>Debits and credits differ by {difference}. Open the voucher in Tally, save it again and export it anew.</source>
        <translation>नाम और जमा में {difference} का फ़र्क है। Tally में वाउचर खोलकर फिर सेव करें और दोबारा निकालें।</translation>
    </message>
    <message>
        <source>Debits and credits differ by {difference}; they must be equal.</source>
        <translation>नाम और जमा में {difference} का फ़र्क है; दोनों बराबर होने चाहिए।</translation>
    </message>
    <message>
        <source>Debits equal credits in every voucher.</source>
        <translation>हर वाउचर में नाम और जमा बराबर हैं।</translation>
    </message>
    <message>
        <source>Discount and TDS cannot be negative.</source>
        <translation>छूट और TDS घटा में नहीं होते।</translation>
    </message>
    <message>
        <source>End the name in .xlsx for Excel, .pdf for paper or .csv for plain values.</source>
        <translation>नाम के अंत में Excel के लिए .xlsx, कागज़ के लिए .pdf या सादी सूची के लिए .csv लिखें।</translation>
    </message>
    <message>
        <source>Excel has turned this bill number into the date {cell}; it is taken as “{text}”. Compare it with the bill, and keep the column as text.</source>
        <translation>Excel ने इस बिल नंबर को तारीख {cell} बना दिया; इसे “{text}” माना गया। बिल से मिलाएँ और कॉलम को text रखें।</translation>
    </message>
    <message>
        <source>Fact {fact} is in no chain.</source>
        <translation>बात {fact} किसी कड़ी में नहीं है।</translation>
    </message>
    <message>
        <source>Fact {fact} is missing; it was number {number}.</source>
        <translation>बात {fact} गायब है; वह नंबर {number} थी।</translation>
    </message>
    <message>
        <source>Fact {fact} was changed after it was recorded.</source>
        <translation>बात {fact} दर्ज होने के बाद बदली गई है।</translation>
    </message>
    <message>
        <source>GST rate</source>
        <translation>GST दर</translation>
    </message>
    <message>
        <source>GSTIN {gstin} cannot be right: {problem}</source>
        <translation>GSTIN {gstin} सही नहीं है: {problem}</translation>
    </message>
    <message>
        <source>GSTIN {gstin} cannot be right: {problem} The party is taken with it.</source>
        <translation>GSTIN {gstin} सही नहीं है: {problem} पार्टी इसी के साथ ली गई।</translation>
    </message>
    <message>
        <source>GSTIN {gstin} cannot be right: {problem} The party is taken with it; ask the party and correct it.</source>
        <translation>GSTIN {gstin} सही नहीं है: {problem} पार्टी इसी के साथ ली गई; पार्टी से पूछकर सुधारें।</translation>
    </message>
    <message>
        <source>Give the name of the system's queue for the printer.</source>
        <translation>प्रिंटर की कतार का नाम लिखें।</translation>
    </message>
    <message>
        <source>Give the printer a name.</source>
        <translation>प्रिंटर को कोई नाम दें।</translation>
    </message>
    <message>
        <source>Give the printer's address on the network, such as 192.168.1.50.</source>
        <translation>नेटवर्क पर प्रिंटर का पता लिखें, जैसे 192.168.1.50।</translation>
    </message>
    <message>
        <source>Give the printer's device, such as LPT1 or /dev/usb/lp0.</source>
        <translation>प्रिंटर का पोर्ट लिखें, जैसे LPT1 या /dev/usb/lp0।</translation>
    </message>
    <message>
        <source>Head office cannot be asked just now; the days are compared when the line is up.</source>
        <translation>अभी हेड ऑफिस से नहीं पूछ सकते; लाइन आने पर दिन मिलाए जाएँगे।</translation>
    </message>
    <message>
        <source>Head office does not answer: {trouble}. Try again with the same code.</source>
        <translation>हेड ऑफिस जवाब नहीं दे रहा: {trouble}। इसी कोड से फिर कोशिश कीजिए।</translation>
    </message>
    <message>
        <source>Head office says no: {reason}.</source>
        <translation>हेड ऑफ़िस ने मना किया: {reason}।</translation>
    </message>
    <message>
        <source>In {count} of {whole} vouchers debit and credit stand the wrong way round: sales lower what a party owes, or marks and signs disagree. The file was not written by Tally itself; export it from Tally.</source>
        <translation>{whole} में से {count} वाउचर में नाम और जमा उलटे हैं: बिक्री से बकाया घट रहा है, या निशान मेल नहीं खाते। यह फ़ाइल Tally की अपनी नहीं है; Tally से निकालें।</translation>
    </message>
    <message>
        <source>It holds until today or a day to come; yesterday ends it.</source>
        <translation>यह आज तक या आगे के किसी दिन तक रहता है; बीता कल इसे ख़त्म करता है।</translation>
    </message>
    <message>
        <source>It is an optional voucher, which does not count until it is made regular.</source>
        <translation>यह ऑप्शनल वाउचर है; पक्का होने तक गिना नहीं जाता।</translation>
    </message>
    <message>
        <source>It is cancelled at its source; its number stays used.</source>
        <translation>यह वहाँ रद्द है; नंबर लगा रहेगा।</translation>
    </message>
    <message>
        <source>It is dated after today; import again on {day} or later.</source>
        <translation>इसकी तारीख आज के बाद की है; {day} को या बाद में फिर इंपोर्ट करें।</translation>
    </message>
    <message>
        <source>It is deleted at its source.</source>
        <translation>यह वहाँ मिटाया जा चुका है।</translation>
    </message>
    <message>
        <source>It moves no money.</source>
        <translation>इसमें कोई रकम नहीं है।</translation>
    </message>
    <message>
        <source>Its group “{group}” is not in the file, so it cannot be said whether this ledger is a party. Export All Masters: they hold the groups.</source>
        <translation>इसका ग्रुप “{group}” फ़ाइल में नहीं है, इसलिए पता नहीं कि यह लेजर पार्टी है या नहीं। All Masters निकालें: ग्रुप उसी में हैं।</translation>
    </message>
    <message>
        <source>Its item in row {number} cannot be read, so the invoice is not taken.</source>
        <translation>पंक्ति {number} में इसका माल पढ़ा नहीं गया, इसलिए बिल नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Its number must have 1 to {most} characters. Correct it there.</source>
        <translation>इसके नंबर में 1 से {most} अक्षर हों। वहीं सुधारें।</translation>
    </message>
    <message>
        <source>Its party “{party}” was not taken; put that right first.</source>
        <translation>इसकी पार्टी “{party}” नहीं ली गई; पहले उसे ठीक करें।</translation>
    </message>
    <message>
        <source>Its type posts nothing: an order, a delivery note or a memo.</source>
        <translation>इस तरह के वाउचर से खाता नहीं बनता: ऑर्डर, डिलीवरी नोट या मेमो।</translation>
    </message>
    <message>
        <source>Kind and number of {number} stay; cancel it and post another instead.</source>
        <translation>{number} की किस्म और नंबर नहीं बदलते; इसे रद्द करके दूसरा बनाएँ।</translation>
    </message>
    <message>
        <source>Last 3 bills faster: {first} → {second} → {third} days</source>
        <translation>पिछले 3 बिल जल्दी चुके: {first} → {second} → {third} दिन</translation>
    </message>
    <message>
        <source>Last 3 bills slower: {first} → {second} → {third} days</source>
        <translation>पिछले 3 बिल और देर से चुके: {first} → {second} → {third} दिन</translation>
    </message>
    <message>
        <source>Ledger names have lost letters ({count}, first “{names}”), so two parties could become one. Export again from Tally with Unicode, not ASCII, as the encoding.</source>
        <translation>लेजर के नामों में अक्षर खो गए ({count}, पहला “{names}”), दो पार्टियाँ एक हो सकती हैं। Tally से ASCII नहीं, Unicode में फिर निकालें।</translation>
    </message>
    <message>
        <source>Ledger “{ledger}” has no master in this import; by its name it is taken as “{nature}”. Export All Masters too if that is wrong.</source>
        <translation>लेजर “{ledger}” का मास्टर इस इंपोर्ट में नहीं है; नाम देखकर उसे “{nature}” माना गया। गलत हो तो All Masters भी निकालें।</translation>
    </message>
    <message>
        <source>Ledger “{ledger}” is in no master of this import, so it is not known whether it is a party. Export All Masters too and import both together.</source>
        <translation>लेजर “{ledger}” इस इंपोर्ट के किसी मास्टर में नहीं है, इसलिए पता नहीं कि वह पार्टी है या नहीं। All Masters भी निकालें और दोनों साथ इंपोर्ट करें।</translation>
    </message>
    <message>
        <source>Line {begun} cannot be read as CSV ({problem}). Save the sheet as XLSX instead.</source>
        <translation>लाइन {begun} CSV की तरह पढ़ी नहीं गई ({problem})। शीट को XLSX में सेव करें।</translation>
    </message>
    <message>
        <source>Lock days that are over: yesterday at the latest.</source>
        <translation>बीते हुए दिन ही बंद कीजिए: ज़्यादा से ज़्यादा कल तक।</translation>
    </message>
    <message>
        <source>Low evidence: bills paid so far: {count}</source>
        <translation>सबूत कम: अब तक चुकाए गए बिल: {count}</translation>
    </message>
    <message>
        <source>More is set against bills than the voucher is worth; lower one of the amounts.</source>
        <translation>बिलों पर वाउचर की रकम से ज़्यादा लगा है; कोई रकम घटाएँ।</translation>
    </message>
    <message>
        <source>Name a party: its code, its name, its GSTIN or its phone number.</source>
        <translation>पार्टी बताएँ: कोड, नाम, GSTIN या फ़ोन नंबर।</translation>
    </message>
    <message>
        <source>New, no history</source>
        <translation>नई पार्टी, पिछला हिसाब नहीं</translation>
    </message>
    <message>
        <source>No WhatsApp is found here; call {mobile}.</source>
        <translation>यहाँ व्हाट्सऐप नहीं मिला; {mobile} पर फ़ोन कीजिए।</translation>
    </message>
    <message>
        <source>No WhatsApp is found here; “{name}” is in {folder}.</source>
        <translation>यहाँ WhatsApp नहीं मिला; “{name}” {folder} में है।</translation>
    </message>
    <message>
        <source>No anchor is kept for these books.</source>
        <translation>इस बही का कोई निशान बाहर नहीं रखा है।</translation>
    </message>
    <message>
        <source>No cash is with this agent, and none was counted.</source>
        <translation>इस एजेंट के पास नक़द नहीं है और कुछ गिना भी नहीं गया।</translation>
    </message>
    <message>
        <source>No number is missing or used twice.</source>
        <translation>कोई नंबर छूटा या दोहरा नहीं है।</translation>
    </message>
    <message>
        <source>No party is found for “{wanted}”; check the spelling, or add the party first.</source>
        <translation>“{wanted}” से कोई पार्टी नहीं मिली; नाम जाँचें, या पहले पार्टी जोड़ें।</translation>
    </message>
    <message>
        <source>No party takes part in it; these books hold the receivables side only.</source>
        <translation>इसमें कोई पार्टी नहीं है; इस बही में केवल उधारी का हिसाब है।</translation>
    </message>
    <message>
        <source>No payment for {days} days; normally every {usual_days}</source>
        <translation>{days} दिन से कोई भुगतान नहीं; आमतौर पर हर {usual_days} दिन में</translation>
    </message>
    <message>
        <source>No photo is kept with it; an agent's phone takes one of a cheque.</source>
        <translation>इसके साथ कोई फ़ोटो नहीं है; चेक की फ़ोटो एजेंट के फ़ोन से ली जाती है।</translation>
    </message>
    <message>
        <source>No printer is set up for this paper ({document}); choose one in the settings.</source>
        <translation>इस कागज़ ({document}) के लिए कोई प्रिंटर नहीं लगा है; सेटिंग में एक चुनें।</translation>
    </message>
    <message>
        <source>Nobody there is overdue or has promised for that day; there is nothing to issue.</source>
        <translation>वहाँ किसी का समय नहीं निकला और उस दिन का वादा भी नहीं; शीट में लिखने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Not kept bill by bill: nothing can be foretold</source>
        <translation>बिलवार हिसाब नहीं है: आगे का कुछ नहीं कहा जा सकता</translation>
    </message>
    <message>
        <source>Nothing can be divided by zero. Correct the sum.</source>
        <translation>शून्य से भाग नहीं होता। हिसाब सुधारें।</translation>
    </message>
    <message>
        <source>Nothing of this party is overdue; there is nothing to remind of.</source>
        <translation>इस पार्टी का कुछ भी लेट नहीं है; याद दिलाने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Number {number} is missing from its series.</source>
        <translation>अपनी शृंखला में नंबर {number} छूटा है।</translation>
    </message>
    <message>
        <source>Number {number} of a device's facts is missing.</source>
        <translation>एक कंप्यूटर की बात नंबर {number} गायब है।</translation>
    </message>
    <message>
        <source>Number {number} of “{type}” is used twice in the financial year; both are taken. Look which of them is meant.</source>
        <translation>“{type}” का नंबर {number} इस साल दो बार आया है; दोनों लिए गए। देखें कौन-सा सही है।</translation>
    </message>
    <message>
        <source>Number {number} was used twice.</source>
        <translation>नंबर {number} दो बार लगा है।</translation>
    </message>
    <message>
        <source>One of the bills chosen belongs to another party; choose this party's own.</source>
        <translation>चुने हुए बिलों में से एक दूसरी पार्टी का है; इसी पार्टी का चुनें।</translation>
    </message>
    <message>
        <source>One of the bills chosen is no longer open; look at the open bills again.</source>
        <translation>चुने हुए बिलों में से एक अब बाकी नहीं है; खुले बिल फिर देखें।</translation>
    </message>
    <message>
        <source>One of the bills chosen is not in the books; look at the open bills again.</source>
        <translation>चुने हुए बिलों में से एक बही में नहीं है; खुले बिल फिर देखें।</translation>
    </message>
    <message>
        <source>Only 1 bill seen: mostly shop average</source>
        <translation>सिर्फ़ 1 बिल देखा: ज़्यादातर दुकान का औसत</translation>
    </message>
    <message>
        <source>Only a cheque bears a date of its own.</source>
        <translation>अपनी तारीख केवल चेक पर होती है।</translation>
    </message>
    <message>
        <source>Only a day up to today can be let pass.</source>
        <translation>आज तक की तारीख़ ही जाने दी जा सकती है।</translation>
    </message>
    <message>
        <source>Only an admin may give rights that you do not have yourself.</source>
        <translation>जो अधिकार आपके पास नहीं, वह सिर्फ़ एडमिन दे सकता है।</translation>
    </message>
    <message>
        <source>Only the agent signs this hand-over: let the agent sign in first.</source>
        <translation>इस सुपुर्दगी पर एजेंट ही हस्ताक्षर करता है: पहले एजेंट साइन इन करे।</translation>
    </message>
    <message>
        <source>Only {ahead} is paid ahead; set that much or less against bills.</source>
        <translation>पहले से सिर्फ़ {ahead} जमा है; बिलों में उतना या उससे कम लगाएँ।</translation>
    </message>
    <message>
        <source>Only {count} bills seen: mostly shop average</source>
        <translation>सिर्फ़ {count} बिल देखे: ज़्यादातर दुकान का औसत</translation>
    </message>
    <message>
        <source>Opening bill {number} has no date, so its amount is kept on account.</source>
        <translation>शुरुआती बिल {number} की तारीख नहीं है, इसलिए रकम खाते में जमा रखी गई।</translation>
    </message>
    <message>
        <source>Paid {late} of the last {count} bills late, usually {days} days (shop: {shop_days})</source>
        <translation>पिछले {count} में से {late} बिल देर से चुकाए, आमतौर पर {days} दिन (दुकान: {shop_days})</translation>
    </message>
    <message>
        <source>Paid {timely} of the last {count} bills on time</source>
        <translation>पिछले {count} में से {timely} बिल समय पर चुकाए</translation>
    </message>
    <message>
        <source>Party “{name}” is not in the books. Add it, or let the import add parties.</source>
        <translation>पार्टी “{name}” बही में नहीं है। उसे जोड़ें, या इंपोर्ट को पार्टियाँ जोड़ने दें।</translation>
    </message>
    <message>
        <source>Party “{party}” is neither in this import nor in the books. Import the masters too, or add the party first.</source>
        <translation>पार्टी “{party}” न इस इंपोर्ट में है, न बही में। मास्टर भी इंपोर्ट करें, या पहले पार्टी जोड़ें।</translation>
    </message>
    <message>
        <source>Plain text is printed in 80 or 132 columns; choose one of the two.</source>
        <translation>सादा टेक्स्ट 80 या 132 कॉलम में छपता है; दोनों में से एक चुनें।</translation>
    </message>
    <message>
        <source>Receipt {number} credits {party} with this cheque; cancel the receipt instead.</source>
        <translation>रसीद {number} से यह चेक {party} के खाते में जमा है; चेक लौटाने के लिए रसीद रद्द करें।</translation>
    </message>
    <message>
        <source>Run sheet {number}: {count} rows have no outcome yet, the first is row {row}.</source>
        <translation>रन शीट {number}: {count} लाइनों का नतीजा अभी नहीं लिखा, पहली लाइन {row}।</translation>
    </message>
    <message>
        <source>Say for which sale it is, or until which day; not both.</source>
        <translation>बताइए कि यह किस बिक्री के लिए है, या किस दिन तक; दोनों नहीं।</translation>
    </message>
    <message>
        <source>Say in a few words why; the reason stays in the books.</source>
        <translation>थोड़े शब्दों में कारण लिखें; कारण बही में दर्ज रहेगा।</translation>
    </message>
    <message>
        <source>Say which beat it is.</source>
        <translation>बताएँ कौन-सी बीट।</translation>
    </message>
    <message>
        <source>Say why the bank returned it, as its memo does.</source>
        <translation>बैंक ने चेक क्यों लौटाया, मेमो के अनुसार लिखें।</translation>
    </message>
    <message>
        <source>Settled and outstanding do not add up to the amount; the settled amount is taken.</source>
        <translation>चुकता और बकाया मिलकर रकम के बराबर नहीं; चुकता रकम मानी गई।</translation>
    </message>
    <message>
        <source>Settled are {settled} of an invoice over {total}; only the invoice is taken.</source>
        <translation>{total} के बिल पर {settled} चुकता लिखा है; केवल बिल लिया गया।</translation>
    </message>
    <message>
        <source>Several vouchers have the number “{wanted}”: {named}. Give the id of one.</source>
        <translation>“{wanted}” नंबर के कई वाउचर हैं: {named}। किसी एक की id दें।</translation>
    </message>
    <message>
        <source>Sign in first: these books have employees.</source>
        <translation>पहले साइन इन कीजिए: इन बहियों में कर्मचारी हैं।</translation>
    </message>
    <message>
        <source>Some evidence: bills paid so far: {count}</source>
        <translation>कुछ सबूत: अब तक चुकाए गए बिल: {count}</translation>
    </message>
    <message>
        <source>Something else writes into these books for very long; try again in a moment.</source>
        <translation>कोई और इन बही में देर से लिख रहा है; थोड़ी देर में फिर कीजिए।</translation>
    </message>
    <message>
        <source>Something went wrong that should not have; nothing was changed. Please try once more.</source>
        <translation>कुछ गड़बड़ हुई जो नहीं होनी थी; कुछ बदला नहीं। एक बार फिर करें।</translation>
    </message>
    <message>
        <source>Stopped. What was finished before is kept.</source>
        <translation>रोक दिया। जो पहले पूरा हुआ, वह रखा है।</translation>
    </message>
    <message>
        <source>Stopped. What was learned before is still used.</source>
        <translation>रोक दिया। पहले सीखी हुई बातें ही काम में हैं।</translation>
    </message>
    <message>
        <source>Sundry Debtors are kept party by party; ask for a party's statement.</source>
        <translation>देनदारों का खाता पार्टी-वार है; पार्टी का हिसाब देखें।</translation>
    </message>
    <message>
        <source>Take at most {most} in cash, or UPI, cheque or bank.</source>
        <translation>ज़्यादा से ज़्यादा {most} नक़द लीजिए, या UPI, चेक, बैंक से।</translation>
    </message>
    <message>
        <source>Take it by UPI, cheque or bank.</source>
        <translation>UPI, चेक या बैंक से लीजिए।</translation>
    </message>
    <message>
        <source>Tally answered with a failure. Open the company in Tally and export again.</source>
        <translation>Tally ने मना किया। Tally में कंपनी खोलकर फिर निकालें।</translation>
    </message>
    <message>
        <source>Tally answered with a failure: {told}. Open the company in Tally and export again.</source>
        <translation>Tally ने मना किया: {told}। Tally में कंपनी खोलकर फिर निकालें।</translation>
    </message>
    <message>
        <source>Taxable value, taxes and total differ by {gap}. Correct the row, or map only the total.</source>
        <translation>कर-योग्य रकम, कर और कुल में {gap} का फ़र्क है। पंक्ति सुधारें, या केवल कुल का कॉलम लें।</translation>
    </message>
    <message>
        <source>The GST rate of {name} lies between 0 and 100 percent.</source>
        <translation>{name} की GST दर 0 से 100 प्रतिशत के बीच हो।</translation>
    </message>
    <message>
        <source>The PDF cannot be written to {folder}: allow writing there, or make room.</source>
        <translation>{folder} में PDF नहीं लिखी जा सकी: वहाँ लिखने की इजाज़त दें, या जगह बनाएँ।</translation>
    </message>
    <message>
        <source>The amount is too large: the books hold at most {most}.</source>
        <translation>रकम बहुत बड़ी है: बही में ज़्यादा से ज़्यादा {most} आती है।</translation>
    </message>
    <message>
        <source>The amount must be more than nothing.</source>
        <translation>रकम शून्य से ज़्यादा हो।</translation>
    </message>
    <message>
        <source>The amount received is {amount}; it must be above zero.</source>
        <translation>मिली रकम {amount} लिखी है; शून्य से ज़्यादा हो।</translation>
    </message>
    <message>
        <source>The amount's sign and the debit mark of the party's line contradict each other; the sign was followed, as Tally does. Compare the voucher with Tally.</source>
        <translation>पार्टी की लाइन में रकम का चिह्न और नाम का निशान मेल नहीं खाते; Tally की तरह चिह्न माना गया। वाउचर Tally से मिलाएँ।</translation>
    </message>
    <message>
        <source>The bill has no open amount; leave the row out.</source>
        <translation>बिल पर कुछ बकाया नहीं है; यह पंक्ति छोड़ दें।</translation>
    </message>
    <message>
        <source>The bill-wise details of “{ledger}” differ from its amount by {gap}; the difference is kept on account.</source>
        <translation>“{ledger}” के बिल-वार ब्योरे और रकम में {gap} का फ़र्क है; फ़र्क खाते में जमा रखा गया।</translation>
    </message>
    <message>
        <source>The books are locked up to {day}; with the right to the settings the lock can be moved.</source>
        <translation>बही {day} तक बंद है; सेटिंग का अधिकार रखने वाला यह तारीख़ बदल सकता है।</translation>
    </message>
    <message>
        <source>The books are not open yet; try again in a moment.</source>
        <translation>बही अभी खुली नहीं हैं; एक पल में फिर कीजिए।</translation>
    </message>
    <message>
        <source>The calculation ended before it was done. Try again.</source>
        <translation>हिसाब पूरा होने से पहले रुक गया। फिर से कोशिश करें।</translation>
    </message>
    <message>
        <source>The chain had reached number {number} when it was last noted, and does not hold that any more: facts were taken away, or a backup was restored.</source>
        <translation>पिछली बार कड़ी नंबर {number} तक थी, अब उतनी नहीं: बातें हटाई गईं, या पुराना बैकअप लौटाया गया।</translation>
    </message>
    <message>
        <source>The chain holds what was last noted of it.</source>
        <translation>पिछली बार जो दर्ज था वह सब है।</translation>
    </message>
    <message>
        <source>The chain is broken at number {number}, before fact {fact}.</source>
        <translation>कड़ी नंबर {number} पर टूटी है, बात {fact} से पहले।</translation>
    </message>
    <message>
        <source>The cheque bears {date}, after the day of {number}. If it is post-dated, cancel this one and take the cheque in anew with that date.</source>
        <translation>चेक पर {date} लिखा है, जो {number} के दिन के बाद है। चेक आगे की तारीख का है तो इसे रद्द करें और चेक उसी तारीख से फिर लें।</translation>
    </message>
    <message>
        <source>The cheque is post-dated, {date}: take it in as a cheque in hand; the party is credited when it is deposited.</source>
        <translation>चेक आगे की तारीख {date} का है: इसे हाथ के चेक के रूप में लें; बैंक में जमा होने पर पार्टी के खाते में जमा होगा।</translation>
    </message>
    <message>
        <source>The cheque is {state} since {date}; this cannot have come before.</source>
        <translation>चेक {date} से {state} है; यह उससे पहले नहीं हो सकता।</translation>
    </message>
    <message>
        <source>The cheque of {number} has gone on since; take its later steps back first.</source>
        <translation>{number} का चेक आगे बढ़ चुका है; पहले बाद के काम वापस लें।</translation>
    </message>
    <message>
        <source>The code {code} belongs to another party already; this one gets a new code.</source>
        <translation>कोड {code} पहले से दूसरी पार्टी का है; इसे नया कोड मिला।</translation>
    </message>
    <message>
        <source>The code {code} belongs to {name}; choose another.</source>
        <translation>कोड {code} {name} का है; दूसरा चुनें।</translation>
    </message>
    <message>
        <source>The commas in “{whole}” are out of place. Write 1,23,456.00 or 123,456.00, or leave the commas out.</source>
        <translation>“{whole}” में कॉमा गलत जगह है। 1,23,456.00 या 123,456.00 लिखें, या कॉमा छोड़ दें।</translation>
    </message>
    <message>
        <source>The control total is {expected}, but the parties of this import owe {found}, which differs by {difference}. Nothing was written. Look at the rejected rows in a dry run, or correct the control total.</source>
        <translation>मिलान की रकम {expected} है, पर इस इंपोर्ट में पार्टियों से {found} लेने हैं; फ़र्क {difference}। कुछ नहीं लिखा गया। जाँच में छूटी पंक्तियाँ देखें, या मिलान की रकम सुधारें।</translation>
    </message>
    <message>
        <source>The credit period “{period}” cannot be read; enter the party's credit days.</source>
        <translation>उधार की अवधि “{period}” पढ़ी नहीं गई; पार्टी के उधार के दिन लिखें।</translation>
    </message>
    <message>
        <source>The device's key cannot be kept in {folder}: {reason}.</source>
        <translation>इस मशीन की चाबी {folder} में नहीं रखी जा सकी: {reason}।</translation>
    </message>
    <message>
        <source>The device's key cannot be noted in {folder}: {reason}.</source>
        <translation>काउंटर की चाबी {folder} में दर्ज नहीं हो सकी: {reason}।</translation>
    </message>
    <message>
        <source>The discount on {name} is more than the line is worth.</source>
        <translation>{name} पर छूट लाइन की रकम से ज़्यादा है।</translation>
    </message>
    <message>
        <source>The disk that holds {name} is full: nothing was lost, but make room first.</source>
        <translation>{name} वाली डिस्क भर गई है: कुछ खोया नहीं, पर पहले जगह बनाएँ।</translation>
    </message>
    <message>
        <source>The due date is before the bill's own date.</source>
        <translation>देय तारीख बिल की तारीख से पहले की है।</translation>
    </message>
    <message>
        <source>The facts cannot be replayed: {trouble}</source>
        <translation>दर्ज बातों से बही फिर नहीं बनी: {trouble}</translation>
    </message>
    <message>
        <source>The field “{name}” can be read from one column only.</source>
        <translation>“{name}” एक ही कॉलम से लिया जा सकता है।</translation>
    </message>
    <message>
        <source>The file does not tell its group, so it cannot be said whether this ledger is a party. Export All Masters: they hold the groups.</source>
        <translation>फ़ाइल में इसका ग्रुप नहीं लिखा, इसलिए पता नहीं कि यह लेजर पार्टी है या नहीं। All Masters निकालें: ग्रुप उसी में हैं।</translation>
    </message>
    <message>
        <source>The file ends before it is complete, so vouchers may be missing. Export it again and wait until Tally has finished writing.</source>
        <translation>फ़ाइल पूरी होने से पहले खत्म हो गई, वाउचर छूट सकते हैं। फिर निकालें और Tally का लिखना पूरा होने दें।</translation>
    </message>
    <message>
        <source>The file holds no party, no voucher and no other master. Check the company and the period in Tally and export again.</source>
        <translation>फ़ाइल में न पार्टी है, न वाउचर, न कोई मास्टर। Tally में कंपनी और तारीखें जाँचकर फिर निकालें।</translation>
    </message>
    <message>
        <source>The file is damaged and cannot be read as JSON. Export it again from Tally; do not edit it.</source>
        <translation>फ़ाइल खराब है, JSON की तरह पढ़ी नहीं गई। Tally से फिर निकालें; उसमें कुछ बदलें नहीं।</translation>
    </message>
    <message>
        <source>The file is damaged and cannot be read as XML. Export it again from Tally; do not edit it.</source>
        <translation>फ़ाइल खराब है, XML की तरह पढ़ी नहीं गई। Tally से फिर निकालें; उसमें कुछ बदलें नहीं।</translation>
    </message>
    <message>
        <source>The file is damaged: {found}. Restore a backup, and keep this file.</source>
        <translation>फ़ाइल खराब है: {found}। बैकअप लौटाएँ, और यह फ़ाइल रखें।</translation>
    </message>
    <message>
        <source>The file is empty. Export it again.</source>
        <translation>फ़ाइल खाली है। फिर निकालें।</translation>
    </message>
    <message>
        <source>The file is empty. Save it again.</source>
        <translation>फ़ाइल खाली है। फिर सेव करें।</translation>
    </message>
    <message>
        <source>The file is of another firm.</source>
        <translation>यह फ़ाइल दूसरी फ़र्म की है।</translation>
    </message>
    <message>
        <source>The file is of company “{company}”, but these books are of “{name}”. If that is the same firm, accept the company; else open its own books.</source>
        <translation>फ़ाइल “{company}” कंपनी की है, पर यह बही “{name}” की है। एक ही फ़र्म हो तो कंपनी मान लें; नहीं तो उसकी अपनी बही खोलें।</translation>
    </message>
    <message>
        <source>The file of what was learned cannot be read. Payment habits alone are used until it is learned anew.</source>
        <translation>सीखी हुई बातों की फ़ाइल पढ़ी नहीं जा सकती। दोबारा सीखने तक सिर्फ़ भुगतान की आदतों से काम लिया जाएगा।</translation>
    </message>
    <message>
        <source>The file of what was learned is damaged. Payment habits alone are used until it is learned anew.</source>
        <translation>सीखी हुई बातों की फ़ाइल ख़राब है। दोबारा सीखने तक सिर्फ़ भुगतान की आदतों से काम लिया जाएगा।</translation>
    </message>
    <message>
        <source>The file says that it holds {declared} objects, but {objects} were found: it is incomplete. Export it again.</source>
        <translation>फ़ाइल में {declared} चीज़ें लिखी हैं, पर {objects} मिलीं: अधूरी है। फिर निकालें।</translation>
    </message>
    <message>
        <source>The file was damaged or cut off on its way: export it again and copy it whole.</source>
        <translation>फ़ाइल रास्ते में खराब या अधूरी हो गई: फिर निकालें और पूरी कॉपी करें।</translation>
    </message>
    <message>
        <source>The file “{path}” may not be read. Close it in other programs or copy it.</source>
        <translation>फ़ाइल “{path}” पढ़ने की इजाज़त नहीं। दूसरे प्रोग्राम में बंद करें या नकल करें।</translation>
    </message>
    <message>
        <source>The file's own structure is sound.</source>
        <translation>फ़ाइल की बनावट ठीक है।</translation>
    </message>
    <message>
        <source>The files are of two companies, “{companies}” and “{company}”. Import one company at a time.</source>
        <translation>फ़ाइलें दो कंपनियों की हैं, “{companies}” और “{company}”। एक बार में एक कंपनी इंपोर्ट करें।</translation>
    </message>
    <message>
        <source>The firm has no UPI address yet; F11 has a place for it.</source>
        <translation>फ़र्म का UPI पता अभी नहीं है; F11 में लिखें।</translation>
    </message>
    <message>
        <source>The firm has no such counter; choose one from the list.</source>
        <translation>फ़र्म में ऐसा कोई काउंटर नहीं; सूची से चुनें।</translation>
    </message>
    <message>
        <source>The firm needs a name.</source>
        <translation>फ़र्म का नाम लिखें।</translation>
    </message>
    <message>
        <source>The first employee must be an admin who can manage employees.</source>
        <translation>पहला कर्मचारी एडमिन होना चाहिए, जो कर्मचारियों को सँभाल सके।</translation>
    </message>
    <message>
        <source>The folder {parent} is not there; make it first.</source>
        <translation>फ़ोल्डर {parent} नहीं है; पहले उसे बनाएँ।</translation>
    </message>
    <message>
        <source>The folder “{path}” has no Tally export and no spreadsheet in it.</source>
        <translation>फ़ोल्डर “{path}” में न Tally की फ़ाइल है, न कोई शीट।</translation>
    </message>
    <message>
        <source>The fonts that papers are set in are missing from {folder}: please install CollectIQ again.</source>
        <translation>कागज़ के फ़ॉन्ट {folder} में नहीं हैं: CollectIQ फिर से लगाएँ।</translation>
    </message>
    <message>
        <source>The invoice amount is {total}; it must be above zero.</source>
        <translation>बिल की रकम {total} है; शून्य से ज़्यादा हो।</translation>
    </message>
    <message>
        <source>The invoice was paid before its date (days: {days}); look whether a date is wrong.</source>
        <translation>बिल अपनी तारीख से पहले चुकता हुआ (दिन: {days}); देखें कोई तारीख गलत तो नहीं।</translation>
    </message>
    <message>
        <source>The key of this counter is not on this machine, so nothing can be recorded yet. Were the books moved here, or is this to be a new counter? Say so in the window under Sync, or with “collectiq enrol --moved-here” or “collectiq enrol ADDRESS CODE”.</source>
        <translation>इस काउंटर की चाबी इस मशीन पर नहीं है, इसलिए अभी कुछ लिखा नहीं जा सकता। बही यहाँ लाई गई हैं, या यह नया काउंटर है? मिलान स्क्रीन पर बताइए, या “collectiq enrol --moved-here” या “collectiq enrol ADDRESS CODE” से।</translation>
    </message>
    <message>
        <source>The key of this counter is not on this machine: the file was moved or copied here. Enrol it as a new counter, or bring the key from the old machine.</source>
        <translation>इस काउंटर की चाबी इस कंप्यूटर पर नहीं है: फ़ाइल यहाँ लाई या कॉपी की गई है। इसे नए काउंटर के रूप में जोड़ें, या पुराने कंप्यूटर से चाबी लाएँ।</translation>
    </message>
    <message>
        <source>The key safe of this machine does not open: unlock it (sign in again, if need be) and try once more.</source>
        <translation>इस मशीन की तिजोरी नहीं खुल रही: उसे खोलिए (ज़रूरत हो तो फिर से साइन इन कीजिए) और फिर कोशिश कीजिए।</translation>
    </message>
    <message>
        <source>The mapping does not say which column holds one of these: {names}.</source>
        <translation>यह नहीं बताया कि इनमें से एक किस कॉलम में है: {names}।</translation>
    </message>
    <message>
        <source>The mapping does not say which column holds “{name}”.</source>
        <translation>यह नहीं बताया कि “{name}” किस कॉलम में है।</translation>
    </message>
    <message>
        <source>The mapping file cannot be read: {problem}. Correct it or make a new one.</source>
        <translation>कॉलम वाली फ़ाइल पढ़ी नहीं गई: {problem}। सुधारें या नई बनाएँ।</translation>
    </message>
    <message>
        <source>The mapping names the field “{name}”, which a sheet of {value} does not have. It may have: {known}.</source>
        <translation>कॉलमों में “{name}” लिखा है, जो {value} की शीट में नहीं होता। ये हो सकते हैं: {known}।</translation>
    </message>
    <message>
        <source>The mapping needs a source: the name of where its sheets come from.</source>
        <translation>शीटें कहाँ से आती हैं, उसका नाम लिखें।</translation>
    </message>
    <message>
        <source>The newest bill is {times} times their usual size</source>
        <translation>सबसे नया बिल उनके आम बिल का {times} गुना है</translation>
    </message>
    <message>
        <source>The number was used in row {before} already, with another content; that row was taken. Correct the number of one of them.</source>
        <translation>यह नंबर पंक्ति {before} में दूसरी बात के साथ आ चुका है; वह पंक्ति ली गई। एक का नंबर सुधारें।</translation>
    </message>
    <message>
        <source>The oldest bill of {party} is {used} days late; {limit} are allowed. Take a receipt for it first.</source>
        <translation>{party} का सबसे पुराना बिल {used} दिन लेट है; {limit} दिन तक चलता है। पहले उसकी रसीद लें।</translation>
    </message>
    <message>
        <source>The only promise so far was broken</source>
        <translation>अब तक का एकमात्र वादा टूटा</translation>
    </message>
    <message>
        <source>The paper could not be made; nothing was printed. Please try once more.</source>
        <translation>कागज़ नहीं बन सका; कुछ छपा नहीं। एक बार फिर करें।</translation>
    </message>
    <message>
        <source>The paper could not be made; nothing was sent. Please try once more.</source>
        <translation>कागज़ नहीं बन सका; कुछ भेजा नहीं। एक बार फिर करें।</translation>
    </message>
    <message>
        <source>The party has no mobile number; “{name}” is in {folder}, and on the clipboard.</source>
        <translation>पार्टी का मोबाइल नंबर नहीं है; “{name}” {folder} में है, और चिपकाने के लिए तैयार है।</translation>
    </message>
    <message>
        <source>The period ends on {last}, before it begins on {first}; give an earlier first day.</source>
        <translation>अवधि {last} को खत्म होती है, शुरू {first} को; पहली तारीख पहले की लिखें।</translation>
    </message>
    <message>
        <source>The photo has not come yet; it comes with the next exchange.</source>
        <translation>फ़ोटो अभी नहीं आई; अगले लेन-देन में आएगी।</translation>
    </message>
    <message>
        <source>The picture has {size} KB, {most} at most: save it smaller and attach it again.</source>
        <translation>चित्र {size} KB का है, ज़्यादा से ज़्यादा {most} KB चलेगा: छोटा करके सहेजें और फिर जोड़ें।</translation>
    </message>
    <message>
        <source>The printer “{name}” cannot be opened at {address}: see that it is connected, switched on, and yours to use.</source>
        <translation>प्रिंटर “{name}” {address} पर नहीं खुला: देखें कि जुड़ा और चालू है, और आपको चलाने की इजाज़त है।</translation>
    </message>
    <message>
        <source>The printer “{name}” cannot print on {paper}.</source>
        <translation>प्रिंटर “{name}” {paper} पर नहीं छापता।</translation>
    </message>
    <message>
        <source>The printer “{name}” does not answer at {host}: see that it is switched on and connected.</source>
        <translation>प्रिंटर “{name}” {host} पर जवाब नहीं दे रहा: देखें कि चालू और जुड़ा है।</translation>
    </message>
    <message>
        <source>The printer “{name}” does not take the print: look at it.</source>
        <translation>प्रिंटर “{name}” छपाई नहीं ले रहा: उसे देखें।</translation>
    </message>
    <message>
        <source>The printer “{name}” stopped after page {number}.</source>
        <translation>प्रिंटर “{name}” पन्ना {number} के बाद रुक गया।</translation>
    </message>
    <message>
        <source>The printer “{name}” stopped taking data: look at its paper and its cable.</source>
        <translation>प्रिंटर “{name}” बीच में रुक गया: कागज़ और तार देखें।</translation>
    </message>
    <message>
        <source>The printers cannot be saved in {place}: allow writing there, or make room.</source>
        <translation>प्रिंटर {place} में सेव नहीं हुए: वहाँ लिखने की इजाज़त दें, या जगह बनाएँ।</translation>
    </message>
    <message>
        <source>The program stopped while this was being printed.</source>
        <translation>यह छपते समय प्रोग्राम रुक गया।</translation>
    </message>
    <message>
        <source>The program was closed before this was printed.</source>
        <translation>यह छपने से पहले प्रोग्राम बंद हो गया।</translation>
    </message>
    <message>
        <source>The rejected rows cannot be written to {parent}: allow writing there first.</source>
        <translation>छूटी पंक्तियाँ {parent} में नहीं लिखी जा सकीं: पहले वहाँ लिखने की इजाज़त दें।</translation>
    </message>
    <message>
        <source>The row is damaged: “{told}” empty, which the mapping requires to be filled.</source>
        <translation>पंक्ति अधूरी है: “{told}” खाली है, जबकि भरा होना ज़रूरी है।</translation>
    </message>
    <message>
        <source>The row names no party or no amount; it is left out.</source>
        <translation>पंक्ति में पार्टी या रकम नहीं है; छोड़ दी गई।</translation>
    </message>
    <message>
        <source>The row names {count} bills but not how much of each is paid; the money is taken on account. Set it against the bills in the party's card.</source>
        <translation>पंक्ति में {count} बिल लिखे हैं, पर हर बिल पर कितना मिला यह नहीं; रकम खाते में जमा की गई। पार्टी के खाते में बिलों पर लगाएँ।</translation>
    </message>
    <message>
        <source>The row repeats row {before} exactly; it is taken once.</source>
        <translation>यह पंक्ति, पंक्ति {before} की नकल है; एक बार ली गई।</translation>
    </message>
    <message>
        <source>The row sums up other rows; it is left out.</source>
        <translation>यह जोड़ की पंक्ति है; छोड़ दी गई।</translation>
    </message>
    <message>
        <source>The same document came before ({before}); it is taken once. If it is another one, give it a number of its own.</source>
        <translation>यही कागज़ पहले आ चुका है ({before}); एक बार लिया गया। दूसरा हो तो उसे अलग नंबर दें।</translation>
    </message>
    <message>
        <source>The series {prefix} is full; ask for another series code.</source>
        <translation>शृंखला {prefix} भर गई है; दूसरा शृंखला कोड लें।</translation>
    </message>
    <message>
        <source>The server cannot revoke itself.</source>
        <translation>सर्वर अपने आप को नहीं हटा सकता।</translation>
    </message>
    <message>
        <source>The sheet has no column that begins so. Space goes through those that it has.</source>
        <translation>शीट में ऐसा कोई कॉलम नहीं। Space से कॉलम बदलें।</translation>
    </message>
    <message>
        <source>The sheet has no column “{lacking}”. Its columns are: {columns}. Change the mapping or the sheet.</source>
        <translation>शीट में कॉलम “{lacking}” नहीं है। उसके कॉलम: {columns}। कॉलम का चुनाव या शीट बदलें।</translation>
    </message>
    <message>
        <source>The sum has too many brackets. Work it out in two steps.</source>
        <translation>हिसाब में बहुत कोष्ठक हैं। दो बार में करें।</translation>
    </message>
    <message>
        <source>The sum is too long. Work it out in two steps.</source>
        <translation>हिसाब बहुत लंबा है। दो बार में करें।</translation>
    </message>
    <message>
        <source>The system's queue “{address}” did not take the print: see that it is there and switched on.</source>
        <translation>कतार “{address}” ने छपाई नहीं ली: देखें कि वह है और चालू है।</translation>
    </message>
    <message>
        <source>The voucher comes twice, altered in between; the later state is taken.</source>
        <translation>वाउचर दो बार आया, बीच में बदला गया; बाद वाला लिया गया।</translation>
    </message>
    <message>
        <source>The voucher has no amounts. Export the day book with all details, not as a summary.</source>
        <translation>वाउचर में रकम नहीं है। रोज़नामचा पूरे ब्योरे के साथ निकालें, सार नहीं।</translation>
    </message>
    <message>
        <source>The voucher's date lies outside the period that the file says it covers. Check the period in Tally (Alt+F2) before relying on this import.</source>
        <translation>वाउचर की तारीख फ़ाइल की बताई अवधि के बाहर है। भरोसा करने से पहले Tally में अवधि (Alt+F2) जाँचें।</translation>
    </message>
    <message>
        <source>The workbook has no sheet “{wanted}”; it has: {names}.</source>
        <translation>फ़ाइल में “{wanted}” नाम की शीट नहीं है; ये हैं: {names}।</translation>
    </message>
    <message>
        <source>The workbook is damaged or protected. Open it and save it again as XLSX.</source>
        <translation>शीट खराब है या बंद है। खोलकर XLSX में फिर सेव करें।</translation>
    </message>
    <message>
        <source>The {document} to be printed is not in the books; look it up again.</source>
        <translation>जो छापना है ({document}) वह बही में नहीं है; फिर से ढूँढें।</translation>
    </message>
    <message>
        <source>The {what} “{text}” cannot be read. Correct the voucher in Tally and export it anew.</source>
        <translation>{what} “{text}” पढ़ी नहीं गई। Tally में वाउचर सुधारकर फिर निकालें।</translation>
    </message>
    <message>
        <source>There are no books at {path}: make new ones, or look in another folder.</source>
        <translation>{path} पर कोई बही नहीं है: नई बनाएँ, या दूसरे फ़ोल्डर में देखें।</translation>
    </message>
    <message>
        <source>There is a branch {branch} already.</source>
        <translation>{branch} शाखा पहले से है।</translation>
    </message>
    <message>
        <source>There is a date ({cell}) where an amount should be.</source>
        <translation>रकम की जगह तारीख ({cell}) लिखी है।</translation>
    </message>
    <message>
        <source>There is an employee {name} already; add a second name.</source>
        <translation>{name} नाम का कर्मचारी पहले से है; दूसरा नाम भी जोड़िए।</translation>
    </message>
    <message>
        <source>There is no account “{code}”; choose one from the list.</source>
        <translation>“{code}” नाम का खाता नहीं है; सूची से चुनें।</translation>
    </message>
    <message>
        <source>There is no account “{code}”; choose one from the trial balance.</source>
        <translation>“{code}” नाम का खाता नहीं है; तलपट से चुनें।</translation>
    </message>
    <message>
        <source>There is no day {day} in {name}: it has {length} days.</source>
        <translation>{name} में {day} तारीख नहीं होती: उसमें {length} दिन हैं।</translation>
    </message>
    <message>
        <source>There is no earlier version of what was learned to go back to.</source>
        <translation>सीखी हुई बातों का कोई पुराना रूप नहीं है जिस पर लौटा जा सके।</translation>
    </message>
    <message>
        <source>There is no field “{unknown}” to change.</source>
        <translation>बदलने के लिए “{unknown}” नाम की जगह नहीं है।</translation>
    </message>
    <message>
        <source>There is no file “{path}”. Check its name.</source>
        <translation>“{path}” नाम की फ़ाइल नहीं है। नाम जाँचें।</translation>
    </message>
    <message>
        <source>There is no mapping file {path}. Check the name, or make one.</source>
        <translation>मैपिंग फ़ाइल {path} नहीं है। नाम जाँचें, या बनाएँ।</translation>
    </message>
    <message>
        <source>There is no month {text}. Months go from 1 to 12.</source>
        <translation>महीना {text} नहीं होता। महीने 1 से 12 तक हैं।</translation>
    </message>
    <message>
        <source>There is no note or coin of ₹{rupees}.</source>
        <translation>₹{rupees} का कोई नोट या सिक्का नहीं होता।</translation>
    </message>
    <message>
        <source>There is no paper {name}: choose A4, A5, 80mm or 58mm.</source>
        <translation>{name} नाम का कागज़ नहीं है: A4, A5, 80mm या 58mm चुनें।</translation>
    </message>
    <message>
        <source>There is no party, no voucher and no other master in what was read. Export All Masters and the Day Book.</source>
        <translation>जो पढ़ा उसमें न पार्टी है, न वाउचर, न कोई मास्टर। All Masters और Day Book निकालें।</translation>
    </message>
    <message>
        <source>There is no permission “{permission}”.</source>
        <translation>“{permission}” नाम की कोई अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>There is no printer “{name}” on this machine; choose one in the settings.</source>
        <translation>इस कंप्यूटर पर “{name}” प्रिंटर नहीं है; सेटिंग में एक चुनें।</translation>
    </message>
    <message>
        <source>There is no role “{role}”; choose one from the list.</source>
        <translation>“{role}” नाम की कोई भूमिका नहीं है; सूची से चुनिए।</translation>
    </message>
    <message>
        <source>There is no row below the header. Check the sheet and the mapping.</source>
        <translation>शीर्षक के नीचे कोई पंक्ति नहीं है। शीट और कॉलम जाँचें।</translation>
    </message>
    <message>
        <source>There is no such device; look at the list of devices.</source>
        <translation>ऐसी कोई मशीन नहीं है; मशीनों की सूची देखें।</translation>
    </message>
    <message>
        <source>There is no such import, or it was undone already.</source>
        <translation>ऐसा कोई इंपोर्ट नहीं है, या पहले ही वापस लिया जा चुका है।</translation>
    </message>
    <message>
        <source>There is no voucher “{wanted}”; look for its number in the day book.</source>
        <translation>“{wanted}” नाम का वाउचर नहीं है; उसका नंबर रोज़नामचे में देखें।</translation>
    </message>
    <message>
        <source>These books are a counter of the firm already. For one more counter, enrol with new books: --books and a name that no file has yet.</source>
        <translation>ये बही पहले से फ़र्म का काउंटर हैं। एक और काउंटर के लिए नई बही से जुड़िए: --books और ऐसा नाम जो किसी फ़ाइल का न हो।</translation>
    </message>
    <message>
        <source>These books are being filled from head office for the first time; the firm's data comes first.</source>
        <translation>ये बही पहली बार हेड ऑफिस से भरी जा रही हैं; सबसे पहले फ़र्म की जानकारी आती है।</translation>
    </message>
    <message>
        <source>These books belong to a head office already.</source>
        <translation>यह बही पहले से एक हेड ऑफ़िस से जुड़ी है।</translation>
    </message>
    <message>
        <source>These books have no firm yet; make new books instead.</source>
        <translation>इस बही में अभी कोई फ़र्म नहीं है; नई बही बनाएँ।</translation>
    </message>
    <message>
        <source>These books have not heard from head office yet: let the first exchange end, then record it again.</source>
        <translation>इस बही में हेड ऑफ़िस से अभी कुछ नहीं आया: पहला लेन-देन पूरा होने दें, फिर यह दोबारा लिखें।</translation>
    </message>
    <message>
        <source>These books hold “{kind}” of a newer CollectIQ; please update this one.</source>
        <translation>इस बही में नए CollectIQ की बात “{kind}” है; यह प्रोग्राम नया करें।</translation>
    </message>
    <message>
        <source>These books stand alone and have no head office to hand the facts to. Take the file in at a counter of the firm, or at head office.</source>
        <translation>ये बही अकेली हैं, इन्हें आगे देने के लिए हेड ऑफिस नहीं। फ़ाइल फ़र्म के किसी काउंटर पर या हेड ऑफिस में लीजिए।</translation>
    </message>
    <message>
        <source>These books stand alone. Enrol them first: “collectiq enrol”.</source>
        <translation>यह बही किसी हेड ऑफ़िस से नहीं जुड़ी। पहले जोड़ें: “collectiq enrol”।</translation>
    </message>
    <message>
        <source>These books stand alone; there is nothing to be moved.</source>
        <translation>ये बही अकेली हैं; लाने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>These books were moved here and have no key yet. Ask head office for a code and type it in under Sync; everything recorded until then is sent after that.</source>
        <translation>ये बही यहाँ लाई गईं और अभी चाबी नहीं है। हेड ऑफिस से कोड माँगकर मिलान स्क्रीन पर लिखिए; तब तक जो लिखा, सब उसके बाद जाएगा।</translation>
    </message>
    <message>
        <source>This PIN is guessed first; choose another.</source>
        <translation>यह PIN सबसे पहले बूझा जाता है; दूसरा चुनिए।</translation>
    </message>
    <message>
        <source>This State is not known. Type its name or its two digits, such as 24.</source>
        <translation>यह राज्य पता नहीं। नाम लिखें या दो अंक, जैसे 24।</translation>
    </message>
    <message>
        <source>This bill is not in the books any more; look at the party's bills again.</source>
        <translation>यह बिल अब बही में नहीं है; पार्टी के बिल फिर देखें।</translation>
    </message>
    <message>
        <source>This cheque can be deposited at once; record it as a receipt by cheque.</source>
        <translation>यह चेक अभी जमा हो सकता है; इसे चेक की रसीद के रूप में दर्ज करें।</translation>
    </message>
    <message>
        <source>This cheque is not in the register; look at the list again.</source>
        <translation>यह चेक रजिस्टर में नहीं है; सूची फिर देखें।</translation>
    </message>
    <message>
        <source>This code is for books that began alone: enrol those books with it.</source>
        <translation>यह कोड उस बही के लिए है जो अकेली शुरू हुई: उसी बही को इससे जोड़ें।</translation>
    </message>
    <message>
        <source>This code is not known, was used already, or is too old: ask head office for another.</source>
        <translation>यह कोड पता नहीं, लग चुका है, या बहुत पुराना है: हेड ऑफ़िस से दूसरा माँगें।</translation>
    </message>
    <message>
        <source>This code is of another firm; ask head office of this one for a code.</source>
        <translation>यह कोड दूसरी फ़र्म का है; इस फ़र्म के हेड ऑफिस से कोड माँगिए।</translation>
    </message>
    <message>
        <source>This code makes a new counter and cannot take books in that began alone. Head office makes one for them with “collectiq-server create-firm --adopt”.</source>
        <translation>यह कोड नया काउंटर जोड़ता है, अकेली शुरू हुई बही को नहीं। उसके लिए हेड ऑफ़िस “collectiq-server create-firm --adopt” से कोड बनाए।</translation>
    </message>
    <message>
        <source>This day is more than a year away; check it.</source>
        <translation>यह दिन एक साल से भी दूर है; जाँच लें।</translation>
    </message>
    <message>
        <source>This device is enrolled with another key; enrol it as a new counter.</source>
        <translation>यह मशीन दूसरी चाबी से जुड़ी है; इसे नए काउंटर के रूप में जोड़ें।</translation>
    </message>
    <message>
        <source>This employee is not in the books.</source>
        <translation>यह कर्मचारी बही में नहीं है।</translation>
    </message>
    <message>
        <source>This file comes from another Tally company ({guid}) than {other_file} ({other}). Import one company at a time.</source>
        <translation>यह फ़ाइल दूसरी Tally कंपनी ({guid}) की है, {other_file} ({other}) की नहीं। एक बार में एक कंपनी इंपोर्ट करें।</translation>
    </message>
    <message>
        <source>This file is of company “{company}”, but {other_file} is of company “{other}”. Import one company at a time.</source>
        <translation>यह फ़ाइल “{company}” कंपनी की है, पर {other_file} “{other}” की है। एक बार में एक कंपनी इंपोर्ट करें।</translation>
    </message>
    <message>
        <source>This hand-over is not in the books; look at the list again.</source>
        <translation>यह नक़द-सुपुर्दगी बही में नहीं है; सूची फिर देखें।</translation>
    </message>
    <message>
        <source>This hand-over was signed before.</source>
        <translation>इस नक़द-सुपुर्दगी पर पहले ही हस्ताक्षर हो चुके हैं।</translation>
    </message>
    <message>
        <source>This id was used before for another document; make a new one.</source>
        <translation>यह id पहले दूसरे कागज़ में लग चुकी है; नई बनाएँ।</translation>
    </message>
    <message>
        <source>This import cannot be undone any more: voucher {number} builds on it. Cancel that voucher first, or correct single vouchers.</source>
        <translation>यह इंपोर्ट अब वापस नहीं हो सकता: वाउचर {number} इसी पर टिका है। पहले वह वाउचर रद्द करें, या एक-एक वाउचर सुधारें।</translation>
    </message>
    <message>
        <source>This import changed voucher {number}, which an earlier import brought, so it cannot be undone as a whole. Correct single vouchers, or import a newer file.</source>
        <translation>इस इंपोर्ट ने वाउचर {number} बदला, जो पहले के इंपोर्ट से आया था, इसलिए पूरा वापस नहीं हो सकता। एक-एक वाउचर सुधारें, या नई फ़ाइल इंपोर्ट करें।</translation>
    </message>
    <message>
        <source>This is Tally's answer to an import ({answer}), not an export. Export All Masters and the Day Book as XML.</source>
        <translation>यह इंपोर्ट पर Tally का जवाब है ({answer}), निकाली हुई फ़ाइल नहीं। All Masters और Day Book XML में निकालें।</translation>
    </message>
    <message>
        <source>This is Tally's report “Bills {side}” ({bills} bills, {total}). It leaves out money on account and all vouchers. Export All Masters and the Day Book, or choose to take its bills as opening bills.</source>
        <translation>यह Tally की “Bills {side}” रिपोर्ट है ({bills} बिल, {total})। इसमें खाते में जमा रकम और वाउचर नहीं होते। All Masters और Day Book निकालें, या इसके बिलों को शुरुआती बिल मान लें।</translation>
    </message>
    <message>
        <source>This is being printed now; wait until it has ended.</source>
        <translation>यह अभी छप रहा है; पूरा होने दें।</translation>
    </message>
    <message>
        <source>This is neither CSV nor an Excel file. Save it as CSV or XLSX.</source>
        <translation>यह न CSV है, न Excel की फ़ाइल। CSV या XLSX में सेव करें।</translation>
    </message>
    <message>
        <source>This is no picture: choose a photo or scan as JPEG or PNG.</source>
        <translation>यह चित्र नहीं है: JPEG या PNG में फ़ोटो या स्कैन चुनें।</translation>
    </message>
    <message>
        <source>This is not a Tally export. Export All Masters and the Day Book as XML or JSON.</source>
        <translation>यह Tally की निकाली फ़ाइल नहीं है। All Masters और Day Book XML या JSON में निकालें।</translation>
    </message>
    <message>
        <source>This is not a file of unsent facts: make one with “collectiq export-unsent”.</source>
        <translation>यह न भेजी गई बातों की फ़ाइल नहीं है: “collectiq export-unsent” से बनाएँ।</translation>
    </message>
    <message>
        <source>This is not an enrolment code as head office gives them; look for a mistyped letter.</source>
        <translation>यह हेड ऑफ़िस का दिया कोड नहीं लगता; कोई अक्षर गलत तो नहीं लिखा, देखें।</translation>
    </message>
    <message>
        <source>This is not the server that the code names. Check the address; if it is right, do not go on before you have spoken to head office.</source>
        <translation>यह वह सर्वर नहीं है जिसका कोड है। पता जाँचें; पता सही हो तो हेड ऑफ़िस से बात किए बिना आगे न बढ़ें।</translation>
    </message>
    <message>
        <source>This is too long for Excel; choose fewer days, or end the name in .csv.</source>
        <translation>यह Excel के लिए बहुत लंबा है; कम दिन चुनें, या नाम के अंत में .csv लिखें।</translation>
    </message>
    <message>
        <source>This is too long for paper; choose fewer days, or end the name in .xlsx.</source>
        <translation>यह काग़ज़ के लिए बहुत लंबा है; कम दिन चुनें, या नाम के अंत में .xlsx लिखें।</translation>
    </message>
    <message>
        <source>This item is not in the books.</source>
        <translation>यह माल बही में नहीं है।</translation>
    </message>
    <message>
        <source>This kind of printer cannot be reached that way; choose another.</source>
        <translation>इस तरह का प्रिंटर इस रास्ते से नहीं चलता; दूसरा रास्ता चुनें।</translation>
    </message>
    <message>
        <source>This must be a whole number from {least} to {most}.</source>
        <translation>यह {least} से {most} तक की पूरी संख्या हो।</translation>
    </message>
    <message>
        <source>This name and password or PIN do not go together; try again.</source>
        <translation>यह नाम और पासवर्ड या PIN मेल नहीं खाते; फिर कोशिश कीजिए।</translation>
    </message>
    <message>
        <source>This party has no mobile number; Ctrl+Enter writes one.</source>
        <translation>इस पार्टी का मोबाइल नंबर नहीं है; Ctrl+Enter से लिखिए।</translation>
    </message>
    <message>
        <source>This party is not in the books; choose one from the list or add it.</source>
        <translation>यह पार्टी बही में नहीं है; सूची से चुनें या नई जोड़ें।</translation>
    </message>
    <message>
        <source>This party is not on that line of the run sheet; look at the sheet again.</source>
        <translation>रन शीट की उस लाइन पर यह पार्टी नहीं है; शीट फिर देखें।</translation>
    </message>
    <message>
        <source>This party's bills are not kept one by one, so it has no advances; what is received stays on account.</source>
        <translation>इस पार्टी के बिल अलग-अलग नहीं रखे जाते, इसलिए एडवांस नहीं होता; जो मिला वह खाते में जमा रहता है।</translation>
    </message>
    <message>
        <source>This password is guessed first; choose another.</source>
        <translation>यह पासवर्ड सबसे पहले बूझा जाता है; दूसरा चुनिए।</translation>
    </message>
    <message>
        <source>This print failed in a way that should not be; it is tried again.</source>
        <translation>छपाई में ऐसी गड़बड़ हुई जो नहीं होनी थी; फिर कोशिश होगी।</translation>
    </message>
    <message>
        <source>This print is not in the list; look at the list again.</source>
        <translation>यह छपाई सूची में नहीं है; सूची फिर देखें।</translation>
    </message>
    <message>
        <source>This print is over; print the document again instead.</source>
        <translation>यह छपाई पूरी हो चुकी है; कागज़ दोबारा छापें।</translation>
    </message>
    <message>
        <source>This print was given up before; print the document again instead.</source>
        <translation>यह छपाई छोड़ दी गई थी; कागज़ दोबारा छापें।</translation>
    </message>
    <message>
        <source>This printer cannot print on the paper chosen; choose another.</source>
        <translation>यह प्रिंटर चुने हुए कागज़ पर नहीं छापता; दूसरा चुनें।</translation>
    </message>
    <message>
        <source>This program and the server are of different times: update the older one.</source>
        <translation>यह प्रोग्राम और सर्वर अलग-अलग समय के हैं: जो पुराना है उसे नया करें।</translation>
    </message>
    <message>
        <source>This promise is not in the list; look at the list again.</source>
        <translation>यह वादा सूची में नहीं है; सूची फिर देखें।</translation>
    </message>
    <message>
        <source>This promise was taken back before.</source>
        <translation>यह वादा पहले ही वापस लिया जा चुका है।</translation>
    </message>
    <message>
        <source>This run sheet is closed.</source>
        <translation>यह रन शीट बंद हो चुकी है।</translation>
    </message>
    <message>
        <source>This run sheet is not in the books; look at the list again.</source>
        <translation>यह रन शीट बही में नहीं है; सूची फिर देखें।</translation>
    </message>
    <message>
        <source>This system has no printer “{name}”: see that it is switched on, or choose another in the settings.</source>
        <translation>इस कंप्यूटर पर “{name}” प्रिंटर नहीं है: देखें कि चालू है, या सेटिंग में दूसरा चुनें।</translation>
    </message>
    <message>
        <source>This system has no “lp”: install CUPS, or choose another way.</source>
        <translation>इस कंप्यूटर पर “lp” नहीं है: CUPS लगाएँ, या दूसरा रास्ता चुनें।</translation>
    </message>
    <message>
        <source>This voucher is not in the books.</source>
        <translation>यह वाउचर बही में नहीं है।</translation>
    </message>
    <message>
        <source>This voucher is not in the books; look it up again.</source>
        <translation>यह वाउचर बही में नहीं है; फिर से ढूँढें।</translation>
    </message>
    <message>
        <source>This voucher or cheque is not in the books; look at the list again.</source>
        <translation>यह वाउचर या चेक बही में नहीं है; सूची फिर देखें।</translation>
    </message>
    <message>
        <source>Too many wrong tries; try again in {seconds} seconds.</source>
        <translation>बहुत बार ग़लत डाला; {seconds} सेकंड बाद फिर कोशिश कीजिए।</translation>
    </message>
    <message>
        <source>Type a whole number between 0 and {most}.</source>
        <translation>0 और {most} के बीच पूरी संख्या लिखें।</translation>
    </message>
    <message>
        <source>Type an amount, for example 12,345.50.</source>
        <translation>रकम लिखें, जैसे 12,345.50।</translation>
    </message>
    <message>
        <source>Type day-month-year, for example 5-4-2026, or only the day.</source>
        <translation>दिन-महीना-साल लिखें, जैसे 5-4-2026, या केवल दिन।</translation>
    </message>
    <message>
        <source>Type how many: a quantity above nothing.</source>
        <translation>कितना, लिखें: शून्य से ज़्यादा।</translation>
    </message>
    <message>
        <source>Type the ten digits of a mobile number, such as 98250 12345.</source>
        <translation>मोबाइल नंबर के दस अंक लिखें, जैसे 98250 12345।</translation>
    </message>
    <message>
        <source>Type who is to pay, and press Enter.</source>
        <translation>किसे पैसा देना है, लिखें और Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Type whole days, such as 7.</source>
        <translation>पूरे दिन लिखिए, जैसे 7।</translation>
    </message>
    <message>
        <source>Voucher type “{type}” is not known, so it cannot be said whether this is a sale, a receipt or something else. Export All Masters too: they hold the voucher types.</source>
        <translation>वाउचर की किस्म “{type}” पता नहीं, इसलिए यह बिक्री है, रसीद है या कुछ और, कहा नहीं जा सकता। All Masters भी निकालें: किस्में उसी में हैं।</translation>
    </message>
    <message>
        <source>Vouchers that were in another file or earlier already: {count}. They are taken once.</source>
        <translation>जो वाउचर दूसरी फ़ाइल में या पहले आ चुके थे: {count}। वे एक बार लिए गए।</translation>
    </message>
    <message>
        <source>What is learned needs a folder to be kept in.</source>
        <translation>सीखी हुई बातें रखने के लिए एक फ़ोल्डर चाहिए।</translation>
    </message>
    <message>
        <source>What was learned cannot be written to {folder}. What was used before stays.</source>
        <translation>सीखी हुई बातें {folder} में लिखी नहीं जा सकतीं। पहले वाली ही काम में रहेंगी।</translation>
    </message>
    <message>
        <source>What was learned no longer holds. Payment habits alone are used.</source>
        <translation>सीखी हुई बातें अब सही नहीं बैठतीं। सिर्फ़ भुगतान की आदतों से काम लिया जा रहा है।</translation>
    </message>
    <message>
        <source>What was learned was learned after {day}: for that day payment habits alone are used. If it is today, look at the clock of this computer.</source>
        <translation>जो सीखा वह {day} के बाद सीखा गया: उस दिन के लिए केवल भुगतान की आदतें ली जाती हैं। अगर वह दिन आज है, तो इस कंप्यूटर की घड़ी देखें।</translation>
    </message>
    <message>
        <source>What was learned was learned by another version of CollectIQ. Payment habits alone are used until it is learned anew.</source>
        <translation>ये बातें CollectIQ के दूसरे संस्करण ने सीखी थीं। दोबारा सीखने तक सिर्फ़ भुगतान की आदतों से काम लिया जाएगा।</translation>
    </message>
    <message>
        <source>What was learned was learned of another firm. Payment habits alone are used until it is learned anew.</source>
        <translation>ये बातें किसी दूसरी फ़र्म की हैं। दोबारा सीखने तक सिर्फ़ भुगतान की आदतों से काम लिया जाएगा।</translation>
    </message>
    <message>
        <source>WhatsApp opens for {mobile}: paste “{name}” there with Ctrl+V, and send.</source>
        <translation>{mobile} का WhatsApp खुल रहा है: वहाँ Ctrl+V से “{name}” लगाएँ और भेज दें।</translation>
    </message>
    <message>
        <source>WhatsApp opens for {mobile}: read the reminder there, and send.</source>
        <translation>{mobile} के लिए व्हाट्सऐप खुल रहा है: वहाँ संदेश पढ़कर भेजिए।</translation>
    </message>
    <message>
        <source>Windows has no printer “{address}”: look at its name in Windows.</source>
        <translation>Windows में “{address}” प्रिंटर नहीं है: Windows में उसका नाम देखें।</translation>
    </message>
    <message>
        <source>With http, everything would travel unencrypted: say https://{host}.</source>
        <translation>http से सब कुछ खुला जाएगा, कोई भी पढ़ सकेगा: https://{host} लिखें।</translation>
    </message>
    <message>
        <source>With this it is {together} in cash for bill {number}; from 2,00,000 on s.186 forbids it, over however many days.</source>
        <translation>इसके साथ बिल {number} पर नक़द {together} हो जाएगा; 2,00,000 से धारा 186 मना करती है, चाहे कितने भी दिनों में हो।</translation>
    </message>
    <message>
        <source>With this it is {together} in cash from this person on this day; from 2,00,000 on s.186 forbids it.</source>
        <translation>इसके साथ इस दिन इस आदमी से नक़द {together} हो जाएगा; 2,00,000 से धारा 186 मना करती है।</translation>
    </message>
    <message>
        <source>You are not permitted to do this; ask an admin.</source>
        <translation>आपको इसकी अनुमति नहीं है; एडमिन से कहिए।</translation>
    </message>
    <message>
        <source>You collect in your own name only; let the other agent sign in.</source>
        <translation>आप केवल अपने नाम से वसूली कर सकते हैं; दूसरा एजेंट ख़ुद साइन इन करे।</translation>
    </message>
    <message>
        <source>You may enter vouchers from {first} on; an admin may enter earlier ones.</source>
        <translation>आप {first} से आगे के वाउचर लिख सकते हैं; उससे पुराने एडमिन लिख सकता है।</translation>
    </message>
    <message>
        <source>You may give at most ₹{most} discount; an admin may give more.</source>
        <translation>आप ज़्यादा से ज़्यादा ₹{most} छूट दे सकते हैं; एडमिन ज़्यादा दे सकता है।</translation>
    </message>
    <message>
        <source>You may not save lists as files; an admin can permit it.</source>
        <translation>आप सूचियाँ फ़ाइल में नहीं रख सकते; एडमिन इसकी अनुमति दे सकता है।</translation>
    </message>
    <message>
        <source>You may not see this; an admin can permit it.</source>
        <translation>आप यह नहीं देख सकते; एडमिन अनुमति दे सकता है।</translation>
    </message>
    <message>
        <source>You may write off at most ₹{most}; an admin may write off more.</source>
        <translation>आप ज़्यादा से ज़्यादा ₹{most} माफ़ कर सकते हैं; एडमिन ज़्यादा कर सकता है।</translation>
    </message>
    <message>
        <source>a document type is not allowed</source>
        <translation>DOCTYPE की इजाज़त नहीं</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>बाउंस</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>पास हो चुका</translation>
    </message>
    <message>
        <source>credit period</source>
        <translation>उधार की अवधि</translation>
    </message>
    <message>
        <source>date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>deposited</source>
        <translation>बैंक में जमा</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>लौटाया हुआ</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>हाथ में</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>it must be five letters, four digits and a letter, as in AAPFU0939F.</source>
        <translation>पाँच अक्षर, चार अंक और एक अक्षर हों, जैसे AAPFU0939F।</translation>
    </message>
    <message>
        <source>it must have 15 characters, not {count}.</source>
        <translation>15 अक्षर-अंक चाहिए, {count} नहीं।</translation>
    </message>
    <message>
        <source>its fourth letter {letter} names no kind of holder.</source>
        <translation>चौथा अक्षर {letter} किसी तरह के धारक का नहीं है।</translation>
    </message>
    <message>
        <source>its last character does not fit the others; one of them is mistyped.</source>
        <translation>आखिरी अक्षर बाकी से मेल नहीं खाता; कोई अक्षर गलत लिखा है।</translation>
    </message>
    <message>
        <source>its letters and digits are not in the order 27AAPFU0939F1ZV has.</source>
        <translation>अक्षर और अंक 27AAPFU0939F1ZV जैसे क्रम में नहीं हैं।</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>run sheet</source>
        <translation>रन शीट</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>हिसाब</translation>
    </message>
    <message>
        <source>the last letter is cut in two</source>
        <translation>आखिरी अक्षर आधा कटा है</translation>
    </message>
    <message>
        <source>this is no regular taxpayer's number and could not be checked.</source>
        <translation>यह सामान्य करदाता का नंबर नहीं है, जाँचा नहीं जा सका।</translation>
    </message>
    <message>
        <source>value</source>
        <translation>कीमत</translation>
    </message>
    <message>
        <source>{broken} of {count} promises broken</source>
        <translation>{count} में से {broken} वादे टूटे</translation>
    </message>
    <message>
        <source>{code} is not the code of a State.</source>
        <translation>{code} किसी राज्य का कोड नहीं है।</translation>
    </message>
    <message>
        <source>{count} payments came back</source>
        <translation>{count} भुगतान वापस आए</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} पढ़ी नहीं जा सकी: {reason}।</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB: take it in at head office with “collectiq-server take-in”.</source>
        <translation>{file} {limit} MB से बड़ी है: इसे हेड ऑफिस में “collectiq-server take-in” से लीजिए।</translation>
    </message>
    <message>
        <source>{names} and others</source>
        <translation>{names} और दूसरे</translation>
    </message>
    <message>
        <source>{name} can only be read: allow writing to the file and its folder first.</source>
        <translation>{name} केवल पढ़ी जा सकती है: पहले फ़ाइल और फ़ोल्डर में लिखने की इजाज़त दें।</translation>
    </message>
    <message>
        <source>{name} cannot be opened: check that its folder can be read and written.</source>
        <translation>{name} नहीं खुली: देखें कि उसके फ़ोल्डर में पढ़ने-लिखने की इजाज़त है।</translation>
    </message>
    <message>
        <source>{name} cannot be written to {folder}: choose another folder, or make room.</source>
        <translation>{name} {folder} में नहीं लिखी जा सकी: दूसरा फ़ोल्डर चुनें, या जगह बनाएँ।</translation>
    </message>
    <message>
        <source>{name} could not be written: the disk is full or failing. Nothing was lost.</source>
        <translation>{name} में लिखा नहीं जा सका: डिस्क भरी है या खराब हो रही है। कुछ खोया नहीं।</translation>
    </message>
    <message>
        <source>{name} does not say which counter it belongs to.</source>
        <translation>{name} में नहीं लिखा कि वह किस काउंटर की है।</translation>
    </message>
    <message>
        <source>{name} has left; choose somebody else.</source>
        <translation>{name} अब काम पर नहीं है; किसी और को चुनिए।</translation>
    </message>
    <message>
        <source>{name} is already there; choose another name for the new books.</source>
        <translation>{name} पहले से है; नई बही का दूसरा नाम चुनें।</translation>
    </message>
    <message>
        <source>{name} is damaged: restore a backup, and keep this file.</source>
        <translation>{name} खराब है: बैकअप लौटाएँ, और यह फ़ाइल रखें।</translation>
    </message>
    <message>
        <source>{name} is in use by another program; close it there or try again in a moment.</source>
        <translation>{name} दूसरे प्रोग्राम में खुली है; वहाँ बंद करें या थोड़ी देर में फिर करें।</translation>
    </message>
    <message>
        <source>{name} is not a CollectIQ file.</source>
        <translation>{name} CollectIQ की फ़ाइल नहीं है।</translation>
    </message>
    <message>
        <source>{name} is the last admin who can manage employees; make somebody else admin first.</source>
        <translation>कर्मचारियों को सँभालने वाला आख़िरी एडमिन {name} है; पहले किसी और को एडमिन बनाइए।</translation>
    </message>
    <message>
        <source>{name} needs a quantity above nothing and a rate.</source>
        <translation>{name} की मात्रा (शून्य से ज़्यादा) और भाव लिखें।</translation>
    </message>
    <message>
        <source>{name} was moved or deleted while it was open, so nothing was saved. Put it back into {parent} and save once more, or open other books.</source>
        <translation>{name} खुली थी तभी हटाई या मिटाई गई, इसलिए कुछ सेव नहीं हुआ। उसे {parent} में वापस रखकर फिर सेव करें, या दूसरी बही खोलें।</translation>
    </message>
    <message>
        <source>{name} was written by a newer CollectIQ; please update this program.</source>
        <translation>{name} नए CollectIQ से लिखी गई है; यह प्रोग्राम नया करें।</translation>
    </message>
    <message>
        <source>{number} cannot be printed: it is no {document}. Choose another.</source>
        <translation>{number} नहीं छप सकता: यह {document} नहीं है। दूसरा चुनें।</translation>
    </message>
    <message>
        <source>{number} is cancelled already.</source>
        <translation>{number} पहले ही रद्द है।</translation>
    </message>
    <message>
        <source>{number} is cancelled, so there is nothing to print.</source>
        <translation>{number} रद्द है, छापने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>{number} was changed by somebody else meanwhile; look at it again first.</source>
        <translation>इस बीच {number} किसी और ने बदल दिया; पहले फिर देख लें।</translation>
    </message>
    <message>
        <source>{number}: debits and credits differ by {difference}.</source>
        <translation>{number}: नाम और जमा में {difference} का फ़र्क है।</translation>
    </message>
    <message>
        <source>{on} is after today, {today}. A voucher carries today's date or an earlier one.</source>
        <translation>{on} आज ({today}) के बाद की तारीख है। वाउचर पर आज की या पहले की तारीख लिखें।</translation>
    </message>
    <message>
        <source>{on} is too long ago; check the year.</source>
        <translation>{on} बहुत पुरानी तारीख है; साल जाँचें।</translation>
    </message>
    <message>
        <source>{party} owes nothing, so there is nothing to ask for.</source>
        <translation>{party} पर कुछ बकाया नहीं, माँगने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>{party} would have {used} open bills; {limit} are allowed. Take a receipt first.</source>
        <translation>{party} के {used} बिल बाकी हो जाएँगे; {limit} तक चलते हैं। पहले रसीद लें।</translation>
    </message>
    <message>
        <source>{party} would owe {used}; its limit is {limit}. Take {over} of it first.</source>
        <translation>{party} पर {used} हो जाएगा; सीमा {limit} है। पहले उसमें से {over} ले लें।</translation>
    </message>
    <message>
        <source>{party}: balance {balance}, bills {bills}, on account {on_account} do not tie out.</source>
        <translation>{party}: बकाया {balance}, बिल {bills}, खाते में {on_account} का मेल नहीं बैठता।</translation>
    </message>
    <message>
        <source>{path} cannot be read; set the printers up again in the settings.</source>
        <translation>{path} पढ़ी नहीं गई; सेटिंग में प्रिंटर फिर लगाएँ।</translation>
    </message>
    <message>
        <source>{path} is a folder, not a CollectIQ file.</source>
        <translation>{path} फ़ोल्डर है, CollectIQ की फ़ाइल नहीं।</translation>
    </message>
    <message>
        <source>{rupees} overdue, oldest {days} days</source>
        <translation>{rupees} बकाया की तारीख़ निकल चुकी, सबसे पुराना {days} दिन</translation>
    </message>
    <message>
        <source>{target} was not written: {reason}. Choose another place.</source>
        <translation>{target} नहीं लिखी गई: {reason}। दूसरी जगह चुनें।</translation>
    </message>
    <message>
        <source>{text} cannot be the year. Years go from {first} to {last}.</source>
        <translation>{text} साल नहीं हो सकता। साल {first} से {last} तक हैं।</translation>
    </message>
    <message>
        <source>{text} is too long. A credit period has at most {most} days.</source>
        <translation>{text} बहुत लंबा है। उधार ज़्यादा से ज़्यादा {most} दिन का होता है।</translation>
    </message>
    <message>
        <source>{ymd} is not a date. Eight digits are needed: year, month, day.</source>
        <translation>{ymd} तारीख नहीं है। आठ अंक चाहिए: साल, महीना, दिन।</translation>
    </message>
    <message>
        <source>“{address}” is no address: write it as 192.168.1.50 or 192.168.1.50:9100.</source>
        <translation>“{address}” पता नहीं है: 192.168.1.50 या 192.168.1.50:9100 की तरह लिखें।</translation>
    </message>
    <message>
        <source>“{cell}” is not a date in the order {pattern}.</source>
        <translation>“{cell}” {pattern} के क्रम में तारीख नहीं है।</translation>
    </message>
    <message>
        <source>“{cell}” is not a date.</source>
        <translation>“{cell}” तारीख नहीं है।</translation>
    </message>
    <message>
        <source>“{cell}” is too large for an amount.</source>
        <translation>“{cell}” रकम के लिए बहुत बड़ा है।</translation>
    </message>
    <message>
        <source>“{name}” has parts of a paisa; it is taken rounded.</source>
        <translation>“{name}” में पैसे से छोटा हिस्सा है; पूरा करके लिया गया।</translation>
    </message>
    <message>
        <source>“{name}” is there twice, with two identities; the first is taken. Rename one of them in Tally and export again.</source>
        <translation>“{name}” दो बार है, दो अलग पहचान से; पहला लिया गया। Tally में एक का नाम बदलकर फिर निकालें।</translation>
    </message>
    <message>
        <source>“{name}” stands twice in the import; its vouchers go to the first one.</source>
        <translation>“{name}” इंपोर्ट में दो बार है; उसके वाउचर पहले वाले में गए।</translation>
    </message>
    <message>
        <source>“{number}” cannot be put into a UPI code. Give it Latin letters or digits.</source>
        <translation>“{number}” UPI कोड में नहीं आ सकता। अंग्रेज़ी अक्षर या अंक दें।</translation>
    </message>
    <message>
        <source>“{path}” is a folder. Name the files in it.</source>
        <translation>“{path}” फ़ोल्डर है। उसकी फ़ाइलों के नाम दें।</translation>
    </message>
    <message>
        <source>“{side}” is neither Dr nor Cr.</source>
        <translation>“{side}” न Dr है, न Cr।</translation>
    </message>
    <message>
        <source>“{text}” cannot be worked out. Use numbers, + - * / and brackets.</source>
        <translation>“{text}” का हिसाब नहीं बैठता। अंक, + - * / और कोष्ठक लिखें।</translation>
    </message>
    <message>
        <source>“{text}” has two signs. Use one: a minus, brackets, Dr or Cr.</source>
        <translation>“{text}” में दो चिह्न हैं। एक ही लिखें: घटा, कोष्ठक, Dr या Cr।</translation>
    </message>
    <message>
        <source>“{text}” is not a GST rate.</source>
        <translation>“{text}” GST दर नहीं है।</translation>
    </message>
    <message>
        <source>“{text}” is not a GST rate; type the percent, such as 5 or 18.</source>
        <translation>“{text}” GST दर नहीं है; प्रतिशत लिखें, जैसे 5 या 18।</translation>
    </message>
    <message>
        <source>“{text}” is not a credit period. Type for example 30 Days or 2 Weeks.</source>
        <translation>“{text}” उधार की अवधि नहीं है। जैसे 30 Days या 2 Weeks लिखें।</translation>
    </message>
    <message>
        <source>“{text}” is not a date. {example}</source>
        <translation>“{text}” तारीख नहीं है। {example}</translation>
    </message>
    <message>
        <source>“{text}” is not a month. Use its number, or its name as in Apr.</source>
        <translation>“{text}” महीना नहीं है। उसका अंक या नाम लिखें, जैसे Apr।</translation>
    </message>
    <message>
        <source>“{text}” is not a number of days.</source>
        <translation>“{text}” दिनों की गिनती नहीं है।</translation>
    </message>
    <message>
        <source>“{text}” is not an Indian mobile number.</source>
        <translation>“{text}” भारत का मोबाइल नंबर नहीं है।</translation>
    </message>
    <message>
        <source>“{text}” is not an amount. Type rupees and paise, for example 12,345.50.</source>
        <translation>“{text}” रकम नहीं है। रुपये और पैसे लिखें, जैसे 12,345.50।</translation>
    </message>
    <message>
        <source>“{text}” is not an id: 32 hexadecimal digits are needed.</source>
        <translation>“{text}” id नहीं है: 32 हेक्स अंक चाहिए।</translation>
    </message>
    <message>
        <source>“{text}” is not the address of a head office: https://office.example:8420</source>
        <translation>“{text}” हेड ऑफ़िस का पता नहीं है: ऐसा होता है https://office.example:8420</translation>
    </message>
    <message>
        <source>“{text}” looks like a bill number that Excel turned into a date; it is taken as “{restored}”. Compare it with the bill, and keep the column as text.</source>
        <translation>“{text}” ऐसा बिल नंबर लगता है जिसे Excel ने तारीख बना दिया; इसे “{restored}” माना गया। बिल से मिलाएँ और कॉलम को text रखें।</translation>
    </message>
    <message>
        <source>“{vpa}” is not a UPI address. It has the form name@bank.</source>
        <translation>“{vpa}” UPI पता नहीं है। वह name@bank जैसा होता है।</translation>
    </message>
    <message>
        <source>“{wanted}” may be {names}; give the code of the one you mean.</source>
        <translation>“{wanted}” इनमें से कोई हो सकता है: {names}; जो चाहिए उसका कोड लिखें।</translation>
    </message>
    <message>
        <source>“{whole}.{decimals}” has more than two decimals. Write whole paise.</source>
        <translation>“{whole}.{decimals}” में दशमलव के बाद दो से ज़्यादा अंक हैं। पूरे पैसे लिखें।</translation>
    </message>
    <message>
        <source>₹2,00,000 or more in cash for one bill, over any number of days, is not allowed by s.186 (before: s.269ST). Taken for this bill {number}: {taken}.</source>
        <translation>एक बिल पर, चाहे कितने भी दिनों में, ₹2,00,000 या ज़्यादा नक़द लेना धारा 186 (पहले 269ST) से मना है। इस बिल {number} पर लिया: {taken}।</translation>
    </message>
    <message>
        <source>₹2,00,000 or more in cash from one person in a day is not allowed by s.186 (before: s.269ST). Taken on this day: {taken}.</source>
        <translation>एक आदमी से एक दिन में ₹2,00,000 या ज़्यादा नक़द लेना धारा 186 (पहले 269ST) से मना है। इस दिन लिया: {taken}।</translation>
    </message>
</context>
</TS>
