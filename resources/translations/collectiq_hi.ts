<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name>Account</name>
    <message>
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Cheques in hand</source>
        <translation>हाथ में चेक</translation>
    </message>
    <message>
        <source>Razorpay in transit</source>
        <translation>रेज़रपे रास्ते में</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Sales return</source>
        <translation>बिक्री वापसी</translation>
    </message>
    <message>
        <source>Output CGST</source>
        <translation>आउटपुट CGST</translation>
    </message>
    <message>
        <source>Output SGST</source>
        <translation>आउटपुट SGST</translation>
    </message>
    <message>
        <source>Output IGST</source>
        <translation>आउटपुट IGST</translation>
    </message>
    <message>
        <source>Discount allowed</source>
        <translation>दी गई छूट</translation>
    </message>
    <message>
        <source>TDS receivable</source>
        <translation>TDS लेना</translation>
    </message>
    <message>
        <source>Round off</source>
        <translation>राउंड ऑफ़</translation>
    </message>
    <message>
        <source>Charges recovered</source>
        <translation>वसूले खर्च</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>ब्याज</translation>
    </message>
    <message>
        <source>Bad debts</source>
        <translation>डूबा उधार</translation>
    </message>
    <message>
        <source>Opening balances</source>
        <translation>शुरुआती बाकी</translation>
    </message>
</context>
<context>
    <name>AccountField</name>
    <message>
        <source>Type an account or a party.</source>
        <translation>खाता या पार्टी लिखें।</translation>
    </message>
    <message>
        <source>No account and no party is found. Check the spelling.</source>
        <translation>न खाता मिला, न पार्टी। वर्तनी देखें।</translation>
    </message>
    <message>
        <source>account</source>
        <translation>खाता</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>contra</source>
        <translation>कॉन्ट्रा</translation>
    </message>
    <message>
        <source>payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>जर्नल</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>credit note</source>
        <translation>क्रेडिट नोट</translation>
    </message>
    <message>
        <source>debit note</source>
        <translation>डेबिट नोट</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>import</source>
        <translation>इंपोर्ट</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>go to</source>
        <translation>यहाँ जाएँ</translation>
    </message>
    <message>
        <source>all screens</source>
        <translation>सारे पन्ने</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>उजला या गहरा</translation>
    </message>
    <message>
        <source>English or Hindi</source>
        <translation>अंग्रेज़ी या हिंदी</translation>
    </message>
    <message>
        <source>close the program</source>
        <translation>प्रोग्राम बंद करें</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>open party</source>
        <translation>पार्टी खोलें</translation>
    </message>
    <message>
        <source>with a balance only</source>
        <translation>सिर्फ़ बकाया वाली</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>हिसाब</translation>
    </message>
    <message>
        <source>next, then save</source>
        <translation>आगे, फिर सेव</translation>
    </message>
    <message>
        <source>save</source>
        <translation>सेव</translation>
    </message>
    <message>
        <source>tick bill</source>
        <translation>बिल चुनें</translation>
    </message>
    <message>
        <source>date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>new party</source>
        <translation>नई पार्टी</translation>
    </message>
    <message>
        <source>alter party</source>
        <translation>पार्टी बदलें</translation>
    </message>
    <message>
        <source>amount or goods</source>
        <translation>रकम या माल</translation>
    </message>
    <message>
        <source>remove line</source>
        <translation>लाइन हटाएँ</translation>
    </message>
    <message>
        <source>firms</source>
        <translation>फ़र्में</translation>
    </message>
    <message>
        <source>first five minutes</source>
        <translation>पहले पाँच मिनट</translation>
    </message>
    <message>
        <source>sign out</source>
        <translation>साइन आउट</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>दूसरा नाम</translation>
    </message>
    <message>
        <source>alter</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>new employee</source>
        <translation>नया कर्मचारी</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>अधिकार</translation>
    </message>
    <message>
        <source>grant or take</source>
        <translation>दें या लें</translation>
    </message>
    <message>
        <source>has left, or is back</source>
        <translation>काम छोड़ा, या लौटा</translation>
    </message>
    <message>
        <source>sign-ins</source>
        <translation>साइन-इन</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>रिकवरी कोड</translation>
    </message>
    <message>
        <source>also who left</source>
        <translation>छोड़ने वाले भी</translation>
    </message>
    <message>
        <source>who</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>about</source>
        <translation>किस बारे में</translation>
    </message>
    <message>
        <source>verify chain</source>
        <translation>कड़ी जाँचें</translation>
    </message>
    <message>
        <source>bills</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>change order</source>
        <translation>क्रम बदलें</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>TDS</source>
        <translation>टीडीएस</translation>
    </message>
    <message>
        <source>round off</source>
        <translation>राउंड ऑफ़</translation>
    </message>
    <message>
        <source>received</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>over the limit</source>
        <translation>सीमा से ऊपर</translation>
    </message>
    <message>
        <source>due date</source>
        <translation>देय तारीख</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>ऑर्डर नंबर</translation>
    </message>
    <message>
        <source>print again</source>
        <translation>फिर छापें</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>see</source>
        <translation>देखें</translation>
    </message>
    <message>
        <source>also what is over</source>
        <translation>पहले का भी</translation>
    </message>
    <message>
        <source>bills, then vouchers</source>
        <translation>बिल, फिर वाउचर</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>किस तारीख को</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>area</source>
        <translation>इलाक़ा</translation>
    </message>
    <message>
        <source>by due or bill date</source>
        <translation>देय या बिल तारीख से</translation>
    </message>
    <message>
        <source>slabs</source>
        <translation>दिनों के खाने</translation>
    </message>
    <message>
        <source>open voucher</source>
        <translation>वाउचर खोलें</translation>
    </message>
    <message>
        <source>account or open bills</source>
        <translation>पूरा खाता या खुले बिल</translation>
    </message>
    <message>
        <source>period</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>आख़िरी तारीख</translation>
    </message>
    <message>
        <source>other party</source>
        <translation>दूसरी पार्टी</translation>
    </message>
    <message>
        <source>UPI code</source>
        <translation>UPI कोड</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>outstanding</source>
        <translation>कुल बकाया</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>लेट बकाया</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>आज देय</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>आज की वसूली</translation>
    </message>
    <message>
        <source>to the phone</source>
        <translation>फ़ोन पर भेजें</translation>
    </message>
    <message>
        <source>remind</source>
        <translation>याद दिलाएँ</translation>
    </message>
    <message>
        <source>bills or timeline</source>
        <translation>बिल या अब तक का हाल</translation>
    </message>
    <message>
        <source>why this risk</source>
        <translation>यह जोखिम क्यों</translation>
    </message>
    <message>
        <source>set off</source>
        <translation>जमा मिलाना</translation>
    </message>
    <message>
        <source>opening bill</source>
        <translation>शुरुआती बिल</translation>
    </message>
    <message>
        <source>on account or advance</source>
        <translation>खाते में या एडवांस</translation>
    </message>
    <message>
        <source>take the receipt</source>
        <translation>रसीद लें</translation>
    </message>
    <message>
        <source>why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>how they pay</source>
        <translation>कैसे चुकाते हैं</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>अनुमान</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>वर्ग</translation>
    </message>
    <message>
        <source>model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>pin a category</source>
        <translation>श्रेणी तय करें</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>अगर जमा हो</translation>
    </message>
    <message>
        <source>its parties</source>
        <translation>इसकी पार्टियाँ</translation>
    </message>
    <message>
        <source>work out now</source>
        <translation>अभी निकालें</translation>
    </message>
    <message>
        <source>learn anew</source>
        <translation>फिर सीखें</translation>
    </message>
    <message>
        <source>version before</source>
        <translation>पिछला संस्करण</translation>
    </message>
    <message>
        <source>score here</source>
        <translation>यहाँ अंक निकालें</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>शाखा</translation>
    </message>
    <message>
        <source>all, overdue, due</source>
        <translation>सब, लेट, आज देय</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>save as file</source>
        <translation>फ़ाइल में रखें</translation>
    </message>
    <message>
        <source>next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>browse</source>
        <translation>फ़ाइल ढूँढें</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>undo an import</source>
        <translation>इंपोर्ट वापस लें</translation>
    </message>
    <message>
        <source>other table</source>
        <translation>दूसरी तालिका</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>फिर पढ़ें</translation>
    </message>
    <message>
        <source>save rejected</source>
        <translation>छूटी पंक्तियाँ सेव करें</translation>
    </message>
    <message>
        <source>accept company</source>
        <translation>कंपनी मान लें</translation>
    </message>
    <message>
        <source>day</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>किस्म</translation>
    </message>
    <message>
        <source>day before</source>
        <translation>पिछला दिन</translation>
    </message>
    <message>
        <source>day after</source>
        <translation>अगला दिन</translation>
    </message>
    <message>
        <source>amend</source>
        <translation>सुधारें</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>history</source>
        <translation>इतिहास</translation>
    </message>
    <message>
        <source>party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>open bill</source>
        <translation>बिल खोलें</translation>
    </message>
    <message>
        <source>before</source>
        <translation>पिछला</translation>
    </message>
    <message>
        <source>after</source>
        <translation>अगला</translation>
    </message>
    <message>
        <source>open receipt</source>
        <translation>रसीद खोलें</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>receipts or days</source>
        <translation>रसीदें या दिन</translation>
    </message>
    <message>
        <source>count cash</source>
        <translation>गल्ला गिनें</translation>
    </message>
    <message>
        <source>put it right</source>
        <translation>ठीक करें</translation>
    </message>
    <message>
        <source>firm</source>
        <translation>फ़र्म</translation>
    </message>
    <message>
        <source>printers</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>this user</source>
        <translation>मेरी पसंद</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>शाखाएँ</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>ताला</translation>
    </message>
    <message>
        <source>new printer</source>
        <translation>नया प्रिंटर</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>फ़ोटो</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>अलग रखें</translation>
    </message>
    <message>
        <source>sync now</source>
        <translation>अभी मिलान</translation>
    </message>
    <message>
        <source>only what differs</source>
        <translation>सिर्फ़ जो अलग है</translation>
    </message>
    <message>
        <source>days before</source>
        <translation>पहले के दिन</translation>
    </message>
    <message>
        <source>days after</source>
        <translation>बाद के दिन</translation>
    </message>
    <message>
        <source>save what was not sent</source>
        <translation>जो नहीं गया, सहेजें</translation>
    </message>
    <message>
        <source>compare and repair</source>
        <translation>मिलाकर ठीक करें</translation>
    </message>
    <message>
        <source>days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>not yet sent</source>
        <translation>जो नहीं गया</translation>
    </message>
    <message>
        <source>held</source>
        <translation>रुके हुए</translation>
    </message>
    <message>
        <source>exchanges</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>join head office</source>
        <translation>हेड ऑफिस से जुड़ें</translation>
    </message>
    <message>
        <source>moved here</source>
        <translation>यहाँ लाए गए</translation>
    </message>
    <message>
        <source>quick look</source>
        <translation>जल्दी जाँच</translation>
    </message>
    <message>
        <source>rebuild</source>
        <translation>फिर से बनाएँ</translation>
    </message>
    <message>
        <source>new firm</source>
        <translation>नई फ़र्म</translation>
    </message>
    <message>
        <source>open a file</source>
        <translation>फ़ाइल खोलें</translation>
    </message>
    <message>
        <source>join a firm</source>
        <translation>फ़र्म से जुड़ें</translation>
    </message>
    <message>
        <source>demo firm</source>
        <translation>नमूना फ़र्म</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>फिर कोशिश</translation>
    </message>
    <message>
        <source>make it</source>
        <translation>बनाएँ</translation>
    </message>
    <message>
        <source>help</source>
        <translation>मदद</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>सभी कुंजियाँ</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>जमा करें</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>पास</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>बाउंस</translation>
    </message>
    <message>
        <source>give back</source>
        <translation>लौटाएँ</translation>
    </message>
    <message>
        <source>which cheques</source>
        <translation>कौन-से चेक</translation>
    </message>
    <message>
        <source>new promise</source>
        <translation>नया वादा</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>which promises</source>
        <translation>कौन-से वादे</translation>
    </message>
    <message>
        <source>issue a sheet</source>
        <translation>नई शीट</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>what came of it</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>close the sheet</source>
        <translation>शीट बंद करें</translation>
    </message>
    <message>
        <source>day, week, month</source>
        <translation>दिन, हफ़्ता, महीना</translation>
    </message>
    <message>
        <source>cash hand-over</source>
        <translation>नक़द सुपुर्दगी</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>पार्टी किसकी</translation>
    </message>
    <message>
        <source>tick party</source>
        <translation>निशान</translation>
    </message>
    <message>
        <source>tick all or none</source>
        <translation>सब या कोई नहीं</translation>
    </message>
    <message>
        <source>give to an agent</source>
        <translation>एजेंट को दें</translation>
    </message>
    <message>
        <source>which parties</source>
        <translation>कौन-सी पार्टियाँ</translation>
    </message>
    <message>
        <source>who had it</source>
        <translation>पहले किसकी थी</translation>
    </message>
    <message>
        <source>parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>visit day</source>
        <translation>बीट का दिन</translation>
    </message>
    <message>
        <source>call earlier</source>
        <translation>पहले जाएँ</translation>
    </message>
    <message>
        <source>call later</source>
        <translation>बाद में जाएँ</translation>
    </message>
    <message>
        <source>count in</source>
        <translation>गिनकर लें</translation>
    </message>
    <message>
        <source>agent signs</source>
        <translation>एजेंट का हस्ताक्षर</translation>
    </message>
    <message>
        <source>agent disagrees</source>
        <translation>एजेंट नहीं मानता</translation>
    </message>
    <message>
        <source>cash with agents</source>
        <translation>एजेंटों का नक़द</translation>
    </message>
    <message>
        <source>promises</source>
        <translation>वादे</translation>
    </message>
    <message>
        <source>cheques</source>
        <translation>चेक</translation>
    </message>
</context>
<context>
    <name>Ageing</name>
    <message>
        <source>Not due</source>
        <translation>अभी देय नहीं</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>%1 से ऊपर</translation>
    </message>
</context>
<context>
    <name>AgeingScreen</name>
    <message>
        <source>Ageing</source>
        <translation>कितना पुराना</translation>
    </message>
    <message>
        <source>Slabs, days</source>
        <translation>खाने, दिनों में</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>days after the due date</source>
        <translation>देय तारीख के बाद के दिन</translation>
    </message>
    <message>
        <source>days after the bill date</source>
        <translation>बिल तारीख के बाद के दिन</translation>
    </message>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n पार्टी</numerusform>
            <numerusform>%n पार्टियाँ</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is open. Here stands how long each party owes what: F8 begins a sale, F2 chooses another day.</source>
        <translation>कुछ बाकी नहीं। यहाँ दिखेगा किस पार्टी का कितना उधार कितने दिन से है: F8 से बिक्री, F2 से दूसरी तारीख।</translation>
    </message>
</context>
<context>
    <name>AgentsScreen</name>
    <message>
        <source>Agents</source>
        <translation>एजेंट</translation>
    </message>
    <message>
        <source>There are no agents yet. Employees with that role stand here.</source>
        <translation>अभी कोई एजेंट नहीं। एजेंट बनाए गए कर्मचारी यहाँ दिखेंगे।</translation>
    </message>
    <message>
        <source>today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>पिछले 7 दिन</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>इस महीने</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>वसूला</translation>
    </message>
    <message>
        <source>Cash with agents</source>
        <translation>एजेंटों के पास नक़द</translation>
    </message>
    <message>
        <source>Of it with those who have some for over a day</source>
        <translation>जिनके पास एक दिन से पुराना है, उनके पास</translation>
    </message>
</context>
<context>
    <name>AllowCard</name>
    <message>
        <source>Who lets it pass</source>
        <translation>कौन छूट देता है</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>PIN या पासवर्ड</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Until (empty: only this sale)</source>
        <translation>कब तक (ख़ाली: सिर्फ़ यह बिक्री)</translation>
    </message>
    <message>
        <source>Let it pass</source>
        <translation>जाने दें</translation>
    </message>
    <message>
        <source>Let it pass over the limit</source>
        <translation>सीमा से ऊपर जाने दें</translation>
    </message>
    <message>
        <source>Let it pass with this date</source>
        <translation>इस तारीख़ के साथ जाने दें</translation>
    </message>
    <message>
        <source>Nobody here may let it pass; ask an admin.</source>
        <translation>यहाँ कोई इसे जाने नहीं दे सकता; एडमिन से कहें।</translation>
    </message>
</context>
<context>
    <name>Amending</name>
    <message>
        <source>it is of several parties</source>
        <translation>यह कई पार्टियों का है</translation>
    </message>
    <message>
        <source>it has lines of accounts that this form has not</source>
        <translation>इसमें ऐसे खातों की लाइनें हैं जो इस फ़ॉर्म में नहीं</translation>
    </message>
    <message>
        <source>it opens bills that this form does not show</source>
        <translation>यह ऐसे बिल खोलता है जो यह फ़ॉर्म नहीं दिखाता</translation>
    </message>
    <message>
        <source>it is set against what this form does not show</source>
        <translation>यह जिसमें लगा है वह यह फ़ॉर्म नहीं दिखाता</translation>
    </message>
    <message>
        <source>it has tax but no lines of goods</source>
        <translation>इसमें टैक्स है पर माल की लाइनें नहीं</translation>
    </message>
    <message>
        <source>its lines of goods do not come to its sums</source>
        <translation>माल की लाइनों का जोड़ इसकी रकम से नहीं मिलता</translation>
    </message>
    <message>
        <source>Only the date, the reference and the narration can be changed here, for %1. To change the rest, cancel the voucher (Alt+X) and post it again.</source>
        <translation>यहाँ सिर्फ़ तारीख़, नंबर और विवरण बदल सकते हैं, क्योंकि %1। बाकी बदलने के लिए वाउचर रद्द करके (Alt+X) फिर दर्ज कीजिए।</translation>
    </message>
    <message>
        <source>%1 is amended. H shows what was changed.</source>
        <translation>%1 सुधारा गया। H से देखिए क्या बदला।</translation>
    </message>
    <message>
        <source>What you typed stands here. Ctrl+A puts it in place of theirs; Esc twice leaves theirs.</source>
        <translation>आपका लिखा यहीं है। Ctrl+A से आपका लिखा रहेगा; Esc दो बार से उनका।</translation>
    </message>
    <message>
        <source>Amended meanwhile, %1, %2: “%3”.</source>
        <translation>इस बीच सुधारा गया, %1, %2: “%3”।</translation>
    </message>
    <message>
        <source>by another counter</source>
        <translation>दूसरे काउंटर से</translation>
    </message>
</context>
<context>
    <name>Amount</name>
    <message>
        <source>Dr</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Cr</source>
        <translation>जमा</translation>
    </message>
</context>
<context>
    <name>AreaField</name>
    <message>
        <source>All areas</source>
        <translation>सब इलाक़े</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>इलाक़ा</translation>
    </message>
</context>
<context>
    <name>AssignScreen</name>
    <message>
        <source>Assignment</source>
        <translation>पार्टी किसकी</translation>
    </message>
    <message>
        <source>No party is here. Ctrl+H shows others.</source>
        <translation>यहाँ कोई पार्टी नहीं। Ctrl+H से और देखिए।</translation>
    </message>
    <message>
        <source>To</source>
        <translation>किसे</translation>
    </message>
    <message>
        <source>As</source>
        <translation>कैसे</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>इलाक़ा</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>टैग</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>any</source>
        <translation>कोई भी</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>किसकी</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Owes at least ₹</source>
        <translation>कम से कम बकाया ₹</translation>
    </message>
    <message>
        <source>all</source>
        <translation>सब</translation>
    </message>
    <message>
        <source>overdue only</source>
        <translation>सिर्फ़ देरी वाले</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>दें</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>main agent</source>
        <translation>मुख्य एजेंट</translation>
    </message>
    <message>
        <source>beside the main agent</source>
        <translation>मुख्य एजेंट के साथ</translation>
    </message>
    <message>
        <source>no more his</source>
        <translation>अब उसकी नहीं</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>Without an agent</source>
        <translation>बिना एजेंट</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>निशान लगे</translation>
    </message>
    <message>
        <source>They owe</source>
        <translation>उन पर बाक़ी</translation>
    </message>
    <message>
        <source>{name} (has left)</source>
        <translation>{name} (काम छोड़ दिया)</translation>
    </message>
    <message>
        <source>every beat</source>
        <translation>हर बीट</translation>
    </message>
    <message>
        <source>every area</source>
        <translation>हर इलाक़ा</translation>
    </message>
    <message>
        <source>any or none</source>
        <translation>कोई भी</translation>
    </message>
    <message>
        <source>everybody&apos;s</source>
        <translation>सबकी</translation>
    </message>
    <message>
        <source>nobody&apos;s</source>
        <translation>किसी की नहीं</translation>
    </message>
    <message>
        <source>{agent} as main agent since {at}</source>
        <translation>{agent} मुख्य एजेंट, {at} से</translation>
    </message>
    <message>
        <source>{agent} beside since {at}</source>
        <translation>{agent} साथ में, {at} से</translation>
    </message>
    <message>
        <source>taken from {agent} at {at}</source>
        <translation>{agent} से ली गई, {at}</translation>
    </message>
    <message>
        <source>was never given to anybody</source>
        <translation>कभी किसी को नहीं दी गई</translation>
    </message>
    <message>
        <source>There are no employees yet; add the agent first.</source>
        <translation>अभी कोई कर्मचारी नहीं; पहले एजेंट जोड़िए।</translation>
    </message>
    <message numerus="yes">
        <source>Give %n party(ies) to an agent</source>
        <translation>
            <numerusform>%n पार्टी एजेंट को दें</numerusform>
            <numerusform>%n पार्टियाँ एजेंट को दें</numerusform>
        </translation>
    </message>
    <message>
        <source>Which parties are shown</source>
        <translation>कौन-सी पार्टियाँ दिखें</translation>
    </message>
    <message>
        <source>{amount} or more</source>
        <translation>{amount} या ज़्यादा</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Not settled whole</source>
        <translation>पूरा चुकता नहीं हुआ</translation>
    </message>
    <message>
        <source>Correction without effect</source>
        <translation>सुधार बेअसर</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>दो अलग बातें</translation>
    </message>
    <message>
        <source>Phone to correct</source>
        <translation>फ़ोन ठीक करना है</translation>
    </message>
    <message>
        <source>Somebody corrected %1 after it had been corrected already; the later correction is kept in the history and has no effect.</source>
        <translation>%1 में पहले ही सुधार हो चुका था, फिर किसी ने दोबारा सुधारा; बाद वाला सुधार इतिहास में रखा है, पर लागू नहीं हुआ।</translation>
    </message>
    <message>
        <source>Two people changed the %1 at the same time. “%2” holds; “%3” was written too.</source>
        <translation>दो लोगों ने एक साथ %1 बदला। अभी “%2” माना गया है; “%3” भी लिखा गया था।</translation>
    </message>
    <message>
        <source>An agent</source>
        <translation>एक एजेंट</translation>
    </message>
    <message>
        <source>%1 heard one more phone of the party: %2.</source>
        <translation>%1 को पार्टी का एक और फ़ोन मिला: %2।</translation>
    </message>
    <message>
        <source>%1 says that the phone is %2 and not %3.</source>
        <translation>%1 के अनुसार फ़ोन %2 है, %3 नहीं।</translation>
    </message>
    <message>
        <source>%1 was set against a bill that is not in the books any more; %2 stays on account.</source>
        <translation>%1 जिस बिल में जमा हुआ था, वह अब खाते में नहीं है; %2 खाते में जमा है।</translation>
    </message>
    <message>
        <source>%1 was set against bill %2, which had less open than that; %3 stays on account.</source>
        <translation>%1 बिल %2 में जमा हुआ, पर उस पर बकाया कम था; %3 खाते में जमा है।</translation>
    </message>
    <message>
        <source>Enter opens the voucher. If the sum belongs to another bill, cancel it there with Alt+X and record it anew.</source>
        <translation>Enter से वाउचर खुलेगा। रकम किसी और बिल की हो, तो वहाँ Alt+X से रद्द करके नया वाउचर बनाएँ।</translation>
    </message>
    <message>
        <source>Enter shows the history, old and new side by side. If the later correction was right, amend the voucher once more.</source>
        <translation>Enter से इतिहास दिखेगा, पुराना और नया साथ-साथ। बाद वाला सुधार सही था, तो वाउचर एक बार और सुधारें।</translation>
    </message>
    <message>
        <source>Enter writes it into the party. Alt+X puts it away, and the party stays as it is.</source>
        <translation>Enter से यह पार्टी में लिखा जाएगा। Alt+X इसे अलग रख देता है, पार्टी जैसी है वैसी रहती है।</translation>
    </message>
    <message>
        <source>Enter opens the party. Write the right value once more, and it alone holds.</source>
        <translation>Enter से पार्टी खुलेगी। सही बात एक बार और लिख दें, फिर वही मानी जाएगी।</translation>
    </message>
</context>
<context>
    <name>AttentionScreen</name>
    <message>
        <source>Attention</source>
        <translation>ध्यान दें</translation>
    </message>
    <message>
        <source>Nothing needs attention. What could not be settled whole, what two people changed at once, and what agents ask for will stand here; Esc goes back.</source>
        <translation>अभी ध्यान देने को कुछ नहीं। जो पूरा चुकता न हो सके, जो दो लोग एक साथ बदल दें और जो एजेंट माँगें, वह यहाँ दिखेगा; Esc से वापस।</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>देखना बाकी है</translation>
    </message>
</context>
<context>
    <name>Beats</name>
    <message>
        <source>not saved</source>
        <translation>सेव नहीं हुआ</translation>
    </message>
</context>
<context>
    <name>BeatsScreen</name>
    <message>
        <source>Beats</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>Run sheets show the days; sheets and agents&apos; phones go in this order.</source>
        <translation>रन शीट में दिन दिखते हैं; रन शीट और एजेंट का फ़ोन इसी क्रम पर चलते हैं।</translation>
    </message>
    <message>
        <source>Rounds of the firm</source>
        <translation>फ़र्म की बीट</translation>
    </message>
    <message>
        <source>No party has a beat yet. Write one in the party&apos;s form, such as Station Road.</source>
        <translation>अभी किसी पार्टी की बीट नहीं है। पार्टी के फ़ॉर्म में लिखिए, जैसे स्टेशन रोड।</translation>
    </message>
    <message>
        <source>No party stands in this beat now.</source>
        <translation>इस बीट में अभी कोई पार्टी नहीं है।</translation>
    </message>
</context>
<context>
    <name>BillsPanel</name>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>No bill was open on this day: the rest is on account.</source>
        <translation>इस तारीख को कोई बिल बाकी नहीं था; जो है वह खाते में जमा है।</translation>
    </message>
    <message>
        <source>Bills of %1 open on %2</source>
        <translation>%1 के बिल जो %2 को बाकी थे</translation>
    </message>
    <message>
        <source>Vouchers of bill %1</source>
        <translation>बिल %1 के वाउचर</translation>
    </message>
</context>
<context>
    <name>BranchField</name>
    <message>
        <source>All branches</source>
        <translation>सब शाखाएँ</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>शाखा</translation>
    </message>
</context>
<context>
    <name>BranchesPage</name>
    <message>
        <source>Branches of the firm</source>
        <translation>फ़र्म की शाखाएँ</translation>
    </message>
    <message>
        <source>One more branch</source>
        <translation>एक और शाखा</translation>
    </message>
    <message>
        <source>Short word, such as SURAT</source>
        <translation>छोटा शब्द, जैसे SURAT</translation>
    </message>
    <message>
        <source>What people call it</source>
        <translation>लोग क्या कहते हैं</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>A branch stands on every voucher of its counters, and reports can be asked for one branch. Its short word never changes. Which branch a counter is of, head office says when it gives the code for it.</source>
        <translation>शाखा अपने काउंटरों के हर वाउचर पर लिखी रहती है, और रिपोर्ट एक शाखा की भी देख सकते हैं। छोटा शब्द कभी नहीं बदलता। काउंटर किस शाखा का है, यह हेड ऑफिस उसका कोड देते समय बताता है।</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>WhatsApp</source>
        <translation>व्हाट्सऐप</translation>
    </message>
    <message>
        <source>Reminder opened, %1</source>
        <translation>याद दिलाने का संदेश खोला, %1</translation>
    </message>
    <message>
        <source>Promise by %1</source>
        <translation>%1 तक का वादा</translation>
    </message>
    <message>
        <source>Visit: %1</source>
        <translation>विज़िट: %1</translation>
    </message>
</context>
<context>
    <name>CallsScreen</name>
    <message>
        <source>Today&apos;s calls</source>
        <translation>आज के फ़ोन</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n फ़ोन</numerusform>
            <numerusform>%n फ़ोन</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n party(s) were reminded and rest</source>
        <translation>
            <numerusform>%n पार्टी को याद दिला चुके, अभी रुकें</numerusform>
            <numerusform>%n पार्टियों को याद दिला चुके, अभी रुकें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n party(s) promised and rest</source>
        <translation>
            <numerusform>%n पार्टी ने वादा किया है, अभी रुकें</numerusform>
            <numerusform>%n पार्टियों ने वादा किया है, अभी रुकें</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody needs to be reminded today. Whose bill becomes due will stand here.</source>
        <translation>आज किसी को याद दिलाने की ज़रूरत नहीं। जिसका बिल देय होगा वह यहाँ आएगा।</translation>
    </message>
</context>
<context>
    <name>CancelFoot</name>
    <message>
        <source>Cancel this voucher</source>
        <translation>यह वाउचर रद्द करें</translation>
    </message>
    <message>
        <source>Why is it cancelled?</source>
        <translation>क्यों रद्द कर रहे हैं?</translation>
    </message>
    <message>
        <source>Cancel the voucher</source>
        <translation>वाउचर रद्द करें</translation>
    </message>
</context>
<context>
    <name>Cancelling</name>
    <message>
        <source>Nothing is written yet. Esc once more drops what is typed.</source>
        <translation>अभी कुछ दर्ज नहीं हुआ। Esc फिर दबाने से लिखा हुआ चला जाएगा।</translation>
    </message>
    <message>
        <source>Cancel the voucher</source>
        <translation>वाउचर रद्द करें</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रहने दें</translation>
    </message>
</context>
<context>
    <name>Cash</name>
    <message>
        <source>Ctrl+A once more saves all the same.</source>
        <translation>Ctrl+A फिर दबाने से दर्ज होगा।</translation>
    </message>
</context>
<context>
    <name>CashScreen</name>
    <message>
        <source>Cash hand-over</source>
        <translation>नक़द सुपुर्दगी</translation>
    </message>
    <message>
        <source>No agent has handed over cash yet. Alt+N counts it in, note by note.</source>
        <translation>अभी किसी एजेंट ने नक़द नहीं सौंपा। Alt+N से नोट-नोट गिनकर लीजिए।</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>एजेंट</translation>
    </message>
    <message>
        <source>Only a part of</source>
        <translation>केवल इतना</translation>
    </message>
    <message>
        <source>What the agent says it was</source>
        <translation>एजेंट कितना बताता है</translation>
    </message>
    <message>
        <source>Count in</source>
        <translation>गिनकर लें</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>लिखें</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>हस्ताक्षर</translation>
    </message>
    <message>
        <source>The agent&apos;s PIN or password</source>
        <translation>एजेंट का PIN या पासवर्ड</translation>
    </message>
    <message>
        <source>Counted in, 60 days</source>
        <translation>गिना, 60 दिन में</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>कमी</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>हस्ताक्षर बाक़ी</translation>
    </message>
    <message>
        <source>%1: %2 counted in; nothing is missing.</source>
        <translation>%1: %2 गिना गया; कुछ कम नहीं।</translation>
    </message>
    <message>
        <source>%1: %2 counted in, %3 short; it stands against the agent.</source>
        <translation>%1: %2 गिना गया, %3 कम; एजेंट के नाम रहा।</translation>
    </message>
    <message>
        <source>%1: %2 counted in, %3 too much; it stands for the agent.</source>
        <translation>%1: %2 गिना गया, %3 ज़्यादा; एजेंट का जमा रहा।</translation>
    </message>
    <message>
        <source>There are no employees yet; add the agent first.</source>
        <translation>अभी कोई कर्मचारी नहीं; पहले एजेंट जोड़िए।</translation>
    </message>
    <message>
        <source>Count what the agent hands over</source>
        <translation>एजेंट जो दे रहा है उसे गिनिए</translation>
    </message>
    <message>
        <source>The agent does not agree</source>
        <translation>एजेंट नहीं मानता</translation>
    </message>
    <message>
        <source>%1 signs: %2 counted in</source>
        <translation>%1 के हस्ताक्षर: %2 गिनकर लिया</translation>
    </message>
</context>
<context>
    <name>Cheque</name>
    <message>
        <source>in hand</source>
        <translation>हाथ में</translation>
    </message>
    <message>
        <source>at the bank</source>
        <translation>बैंक में</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>पास</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>बाउंस</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>लौटाया</translation>
    </message>
    <message>
        <source>post-dated</source>
        <translation>आगे की तारीख</translation>
    </message>
    <message>
        <source>to deposit</source>
        <translation>जमा करना है</translation>
    </message>
    <message>
        <source>too old for the bank</source>
        <translation>बैंक के लिए पुराना</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>फ़ोटो</translation>
    </message>
</context>
<context>
    <name>ChequeFields</name>
    <message>
        <source>Cheque date</source>
        <translation>चेक की तारीख</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
</context>
<context>
    <name>ChequesScreen</name>
    <message>
        <source>Cheque register</source>
        <translation>चेक रजिस्टर</translation>
    </message>
    <message>
        <source>No cheque is here. A receipt by cheque stands here until it is cleared.</source>
        <translation>यहाँ कोई चेक नहीं। चेक की रसीद पास होने तक यहीं रहती है।</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Why, as the bank&apos;s memo says</source>
        <translation>क्यों, बैंक के मेमो के अनुसार</translation>
    </message>
    <message>
        <source>Charge to the party</source>
        <translation>पार्टी से चार्ज</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>जमा करें</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>पास हुआ</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>बाउंस</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>लौटाएँ</translation>
    </message>
    <message>
        <source>Post-dated</source>
        <translation>आगे की तारीख</translation>
    </message>
    <message>
        <source>To deposit</source>
        <translation>जमा करना है</translation>
    </message>
    <message>
        <source>At the bank</source>
        <translation>बैंक में</translation>
    </message>
    <message>
        <source>all that are open</source>
        <translation>सभी खुले</translation>
    </message>
    <message>
        <source>to deposit today</source>
        <translation>आज जमा करने के</translation>
    </message>
    <message>
        <source>at the bank</source>
        <translation>बैंक में</translation>
    </message>
    <message>
        <source>bounced</source>
        <translation>बाउंस</translation>
    </message>
    <message>
        <source>all, also those cleared lately</source>
        <translation>सभी, हाल में पास हुए भी</translation>
    </message>
    <message>
        <source>Deposit cheque %1 of %2, %3</source>
        <translation>%2 का चेक %1, %3 बैंक में जमा करें</translation>
    </message>
    <message>
        <source>The bank has paid cheque %1 of %2, %3</source>
        <translation>बैंक ने %2 का चेक %1, %3 पास किया</translation>
    </message>
    <message>
        <source>The bank returned cheque %1 of %2, %3</source>
        <translation>बैंक ने %2 का चेक %1, %3 लौटाया</translation>
    </message>
    <message>
        <source>Give cheque %1 back to %2, %3</source>
        <translation>चेक %1, %3 वापस %2 को दें</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Recovery code</source>
        <translation>रिकवरी कोड</translation>
    </message>
    <message>
        <source>Write it down and lock it away; it is shown this once. An admin who has forgotten the password types it at the sign-in instead, once. Codes from before are worth nothing any more. Esc puts it away.</source>
        <translation>इसे लिखकर ताले में रखिए; यह एक ही बार दिखता है। पासवर्ड भूला हुआ एडमिन साइन इन में इसे पासवर्ड की जगह डाले, एक बार। पहले के कोड अब किसी काम के नहीं। Esc इसे हटाता है।</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>देय तारीख</translation>
    </message>
    <message>
        <source>Days over</source>
        <translation>दिन ऊपर</translation>
    </message>
    <message>
        <source>Likely from</source>
        <translation>संभवतः</translation>
    </message>
    <message>
        <source>to</source>
        <translation>से</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>याद दिलाएँ</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>अंक</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 महीने</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>बाकी</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>कब आएगा</translation>
    </message>
    <message>
        <source>This receipt</source>
        <translation>इस रसीद से</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>बचा</translation>
    </message>
    <message>
        <source>What</source>
        <translation>क्या</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>किस्म</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>When</source>
        <translation>कब</translation>
    </message>
    <message>
        <source>From</source>
        <translation>कहाँ से</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>State</source>
        <translation>हाल</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>मतलब</translation>
    </message>
    <message>
        <source>Column of the sheet</source>
        <translation>शीट का कॉलम</translation>
    </message>
    <message>
        <source>The first cells</source>
        <translation>पहले कुछ खाने</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>जमा</translation>
    </message>
    <message>
        <source>Dr</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Cr</source>
        <translation>जमा</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>एजेंट</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>होना चाहिए</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>गिना</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>कमी</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>किसने गिना</translation>
    </message>
    <message>
        <source>Agent says</source>
        <translation>एजेंट का कहना</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Not settled</source>
        <translation>बाकी</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>After</source>
        <translation>बाद में</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>बात</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>बकाया</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>कब कहा</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>कागज़</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>TDS</source>
        <translation>टीडीएस</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>रेफ़रेंस</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
    </message>
    <message>
        <source>Bills</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Oldest, days</source>
        <translation>सबसे पुराना, दिन</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>लेट बकाया</translation>
    </message>
    <message>
        <source>Bills open</source>
        <translation>खुले बिल</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>खाते में जमा</translation>
    </message>
    <message>
        <source>Reference, narration</source>
        <translation>रेफ़रेंस, विवरण</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>शाखा</translation>
    </message>
    <message>
        <source>Vouchers here</source>
        <translation>यहाँ वाउचर</translation>
    </message>
    <message>
        <source>₹ here</source>
        <translation>यहाँ ₹</translation>
    </message>
    <message>
        <source>At head office</source>
        <translation>हेड ऑफिस में</translation>
    </message>
    <message>
        <source>₹ at head office</source>
        <translation>हेड ऑफिस में ₹</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>दर्ज हुआ</translation>
    </message>
    <message>
        <source>Why it is held</source>
        <translation>क्यों रुका है</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>पूरा हुआ</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>भेजे</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>आए</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>नतीजा</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>सीरीज़</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>देखता है</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>Seen last</source>
        <translation>पिछली बार दिखा</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>ब्योरा</translation>
    </message>
    <message>
        <source>Age, days</source>
        <translation>उम्र, दिन</translation>
    </message>
    <message>
        <source>CGST</source>
        <translation>CGST</translation>
    </message>
    <message>
        <source>SGST</source>
        <translation>SGST</translation>
    </message>
    <message>
        <source>IGST</source>
        <translation>IGST</translation>
    </message>
    <message>
        <source>Taxable</source>
        <translation>कर योग्य</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>HSN</source>
        <translation>HSN</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>GST %</source>
        <translation>GST %</translation>
    </message>
    <message>
        <source>Account or party</source>
        <translation>खाता या पार्टी</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>कागज़</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>फ़र्म</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>आखिरी बदलाव</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>क्या मिला</translation>
    </message>
    <message>
        <source>This note</source>
        <translation>यह नोट</translation>
    </message>
    <message>
        <source>Short word</source>
        <translation>छोटा शब्द</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>May</source>
        <translation>है</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>अधिकार</translation>
    </message>
    <message>
        <source>Beside the role</source>
        <translation>भूमिका के अलावा</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Used this year</source>
        <translation>इस साल लगे</translation>
    </message>
    <message>
        <source>Next number</source>
        <translation>अगला नंबर</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>जमा मिलाना</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>सवाल</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>सीखा</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>तय हुए</translation>
    </message>
    <message>
        <source>Went late</source>
        <translation>लेट हुए</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>चूक</translation>
    </message>
    <message>
        <source>of habits</source>
        <translation>आदतों की</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>मतलब</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>बकाया</translation>
    </message>
    <message>
        <source>Came in cash</source>
        <translation>नक़द आया</translation>
    </message>
    <message>
        <source>Other ways</source>
        <translation>और तरह से</translation>
    </message>
    <message>
        <source>Visits paid</source>
        <translation>विज़िट में मिला</translation>
    </message>
    <message>
        <source>Cash with him</source>
        <translation>उसके पास नक़द</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>हिस्सा</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>वादे का दिन</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>आया</translation>
    </message>
    <message>
        <source>Kept so far</source>
        <translation>अब तक निभाए</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>किसने लिया</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>क्र.</translation>
    </message>
    <message>
        <source>Expected ₹</source>
        <translation>आने हैं ₹</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>नतीजा</translation>
    </message>
    <message>
        <source>Cheque date</source>
        <translation>चेक तारीख</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>कब से</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>बाउंस</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>लाइनें</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>साथ में</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>About</source>
        <translation>किस बारे में</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>ख़ाना</translation>
    </message>
    <message>
        <source>Visit days</source>
        <translation>बीट के दिन</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Where the sheets come from</source>
        <translation>शीट कहाँ से आई</translation>
    </message>
    <message>
        <source>A row is one of</source>
        <translation>एक पंक्ति में क्या है</translation>
    </message>
    <message>
        <source>Dates are written</source>
        <translation>तारीख कैसे लिखी है</translation>
    </message>
    <message>
        <source>A bare amount means</source>
        <translation>सीधी रकम का मतलब</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>कॉलम</translation>
    </message>
    <message>
        <source>Columns that nothing is read from: %1</source>
        <translation>ये कॉलम नहीं पढ़े जाएँगे: %1</translation>
    </message>
    <message>
        <source>Type the beginning of a title, or Space for the next column</source>
        <translation>कॉलम के नाम के पहले अक्षर लिखें, या Space से अगला कॉलम</translation>
    </message>
    <message numerus="yes">
        <source>The same for all %n sheets</source>
        <translation>
            <numerusform>सभी %n शीट के लिए यही</numerusform>
            <numerusform>सभी %n शीट के लिए यही</numerusform>
        </translation>
    </message>
    <message>
        <source>As you told it the last time for these titles; correct what is different.</source>
        <translation>जैसा आपने इन शीर्षकों के लिए पिछली बार बताया था; जो अलग हो वह सुधारिए।</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Contact</source>
        <translation>संपर्क</translation>
    </message>
    <message>
        <source>No address, GSTIN or note yet; Ctrl+Enter writes them.</source>
        <translation>पता, GSTIN या नोट अभी नहीं है; Ctrl+Enter से लिखें।</translation>
    </message>
    <message>
        <source>%1 is asked for and waits under Attention.</source>
        <translation>%1 लिखने को कहा गया है, ‘ध्यान दें’ में इंतज़ार है।</translation>
    </message>
</context>
<context>
    <name>ContraFields</name>
    <message>
        <source>Contra</source>
        <translation>कॉन्ट्रा</translation>
    </message>
    <message>
        <source>From</source>
        <translation>कहाँ से</translation>
    </message>
    <message>
        <source>To</source>
        <translation>कहाँ को</translation>
    </message>
    <message>
        <source>Amount ₹</source>
        <translation>रकम ₹</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something went wrong that should not have. What was saved before is safe in the books. You can go on; if it happens again, start CollectIQ anew.</source>
        <translation>कुछ गड़बड़ हुई जो नहीं होनी चाहिए थी। जो सेव हो चुका है वह बही में सुरक्षित है। आप काम जारी रख सकते हैं; फिर हो तो CollectIQ दोबारा चालू करें।</translation>
    </message>
    <message>
        <source>A report without names and phone numbers lies here:
%1</source>
        <translation>बिना नाम और फ़ोन नंबर की रिपोर्ट यहाँ रखी है:
%1</translation>
    </message>
</context>
<context>
    <name>CreditNoteFields</name>
    <message>
        <source>Credit note</source>
        <translation>क्रेडिट नोट</translation>
    </message>
    <message>
        <source>Against invoice</source>
        <translation>किस बिल पर</translation>
    </message>
    <message>
        <source>Type a party&apos;s name: its open bills stand here. Ctrl+H lists goods.</source>
        <translation>पार्टी का नाम लिखें: उसके बाकी बिल यहाँ दिखेंगे। Ctrl+H से माल लिखें।</translation>
    </message>
    <message>
        <source>No bill is open: the note stays on account.</source>
        <translation>कोई बिल बाकी नहीं: नोट खाते में जमा रहेगा।</translation>
    </message>
</context>
<context>
    <name>CreditNoteScreen</name>
    <message>
        <source>This note</source>
        <translation>यह नोट</translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>This party</source>
        <translation>यह पार्टी</translation>
    </message>
    <message>
        <source>The whole shop</source>
        <translation>पूरी दुकान</translation>
    </message>
    <message>
        <source>due</source>
        <translation>देय</translation>
    </message>
</context>
<context>
    <name>DayBook</name>
    <message>
        <source>Other kinds</source>
        <translation>बाकी किस्में</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 रद्द</translation>
    </message>
    <message>
        <source>%1, cancelled</source>
        <translation>%1, रद्द</translation>
    </message>
</context>
<context>
    <name>DayBookScreen</name>
    <message>
        <source>Day book</source>
        <translation>रोज़नामचा</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>सभी किस्में</translation>
    </message>
    <message>
        <source>All vouchers</source>
        <translation>सभी वाउचर</translation>
    </message>
    <message>
        <source>No voucher of %1. F2 shows another day, Alt+F2 a period; F6 records a receipt.</source>
        <translation>%1 का कोई वाउचर नहीं। F2 से दूसरी तारीख, Alt+F2 से अवधि; F6 से रसीद बनाएँ।</translation>
    </message>
</context>
<context>
    <name>DebitNoteFields</name>
    <message>
        <source>Debit note</source>
        <translation>डेबिट नोट</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>देय तारीख</translation>
    </message>
    <message>
        <source>Against invoice</source>
        <translation>किस बिल पर</translation>
    </message>
    <message>
        <source>Charged for</source>
        <translation>किस बात का</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>खर्च</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>ब्याज</translation>
    </message>
    <message>
        <source>Under-billing</source>
        <translation>कम बना बिल</translation>
    </message>
</context>
<context>
    <name>DebitNoteScreen</name>
    <message>
        <source>This note</source>
        <translation>यह नोट</translation>
    </message>
</context>
<context>
    <name>DoingLine</name>
    <message>
        <source>Ctrl+R stops it.</source>
        <translation>Ctrl+R से रोकें।</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>%1 was half amended; what was typed is kept. Ctrl+Enter on it goes on.</source>
        <translation>%1 का सुधार अधूरा था; लिखा हुआ बचा है। उस वाउचर पर Ctrl+Enter से आगे बढ़िए।</translation>
    </message>
    <message>
        <source>A voucher was half typed and is kept: %1. %2 goes on with it.</source>
        <translation>अधूरा वाउचर बचा है: %1। %2 से आगे बढ़ाइए।</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>amount</source>
        <translation>रक़म</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>instead of</source>
        <translation>की जगह</translation>
    </message>
    <message>
        <source>asked on</source>
        <translation>माँगने की तारीख़</translation>
    </message>
    <message>
        <source>branches</source>
        <translation>शाखाएँ</translation>
    </message>
    <message>
        <source>rights granted</source>
        <translation>दिए गए अधिकार</translation>
    </message>
    <message>
        <source>rights taken</source>
        <translation>लिए गए अधिकार</translation>
    </message>
    <message>
        <source>discount up to</source>
        <translation>छूट, इतने तक</translation>
    </message>
    <message>
        <source>write off up to</source>
        <translation>बट्टे खाते, इतने तक</translation>
    </message>
    <message>
        <source>days back</source>
        <translation>पिछले दिन</translation>
    </message>
    <message>
        <source>UPI address</source>
        <translation>UPI पता</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>name of the bank account</source>
        <translation>बैंक खाते का नाम</translation>
    </message>
    <message>
        <source>number of the bank account</source>
        <translation>बैंक खाता नंबर</translation>
    </message>
    <message>
        <source>IFSC</source>
        <translation>IFSC</translation>
    </message>
    <message>
        <source>company names in files</source>
        <translation>फ़ाइलों में कंपनी के नाम</translation>
    </message>
    <message>
        <source>locked up to</source>
        <translation>यहाँ तक बंद</translation>
    </message>
    <message>
        <source>days back, clerk</source>
        <translation>कितने दिन पीछे, क्लर्क</translation>
    </message>
    <message>
        <source>days back, agent</source>
        <translation>कितने दिन पीछे, एजेंट</translation>
    </message>
    <message>
        <source>days back, accountant</source>
        <translation>कितने दिन पीछे, मुनीम</translation>
    </message>
    <message>
        <source>earliest day</source>
        <translation>सबसे पुरानी तारीख़</translation>
    </message>
    <message>
        <source>phone asked for</source>
        <translation>माँगा गया फ़ोन</translation>
    </message>
    <message>
        <source>let in by the recovery code, times</source>
        <translation>रिकवरी कोड से कितनी बार अंदर आए</translation>
    </message>
    <message>
        <source>HSN</source>
        <translation>HSN</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>GST rates</source>
        <translation>GST दरें</translation>
    </message>
    <message>
        <source>account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>nature</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>एजेंट</translation>
    </message>
    <message>
        <source>date on the cheque</source>
        <translation>चेक की तारीख़</translation>
    </message>
    <message>
        <source>received on</source>
        <translation>मिलने की तारीख़</translation>
    </message>
    <message>
        <source>cleared on</source>
        <translation>पास होने की तारीख़</translation>
    </message>
    <message>
        <source>given back on</source>
        <translation>लौटाने की तारीख़</translation>
    </message>
    <message>
        <source>promised by</source>
        <translation>वादे की तारीख़</translation>
    </message>
    <message>
        <source>made on</source>
        <translation>किस दिन</translation>
    </message>
    <message>
        <source>visited on</source>
        <translation>विज़िट का दिन</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>नतीजा</translation>
    </message>
    <message>
        <source>opened on</source>
        <translation>खोला गया</translation>
    </message>
    <message>
        <source>by</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>is head office</source>
        <translation>मुख्य कार्यालय है</translation>
    </message>
    <message>
        <source>day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>row of the sheet</source>
        <translation>शीट की पंक्ति</translation>
    </message>
    <message>
        <source>closed on</source>
        <translation>बंद होने की तारीख़</translation>
    </message>
    <message>
        <source>title</source>
        <translation>शीर्षक</translation>
    </message>
    <message>
        <source>parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>आने की उम्मीद</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>सहमत</translation>
    </message>
    <message>
        <source>category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>ज़्यादा से ज़्यादा</translation>
    </message>
    <message>
        <source>until</source>
        <translation>कब तक</translation>
    </message>
    <message>
        <source>from</source>
        <translation>कहाँ से</translation>
    </message>
    <message>
        <source>company</source>
        <translation>कंपनी</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>size</source>
        <translation>नाप</translation>
    </message>
    <message>
        <source>printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>print no.</source>
        <translation>प्रिंट नं.</translation>
    </message>
    <message>
        <source>says DUPLICATE</source>
        <translation>DUPLICATE लिखा है</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>दिक़्क़त</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>कोशिशें</translation>
    </message>
    <message>
        <source>series</source>
        <translation>सीरीज़</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>शाखा</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>held</source>
        <translation>रोका हुआ</translation>
    </message>
    <message>
        <source>without effect</source>
        <translation>बेअसर</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>नामंज़ूर</translation>
    </message>
    <message>
        <source>main agent</source>
        <translation>मुख्य एजेंट</translation>
    </message>
    <message>
        <source>agent beside</source>
        <translation>साथ वाला एजेंट</translation>
    </message>
    <message>
        <source>Phone request done with</source>
        <translation>फ़ोन का अनुरोध निपटाया</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
</context>
<context>
    <name>EditLog</name>
    <message>
        <source>Vouchers</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>सुधार</translation>
    </message>
    <message>
        <source>Parties, limits</source>
        <translation>पार्टियाँ, सीमाएँ</translation>
    </message>
    <message>
        <source>Items, accounts</source>
        <translation>माल, खाते</translation>
    </message>
    <message>
        <source>Employees, rights</source>
        <translation>कर्मचारी, अधिकार</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>सौंपी गई पार्टियाँ</translation>
    </message>
    <message>
        <source>Cheques, visits</source>
        <translation>चेक, विज़िट</translation>
    </message>
    <message>
        <source>Firm, counters</source>
        <translation>फ़र्म, काउंटर</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>प्रिंट</translation>
    </message>
</context>
<context>
    <name>EditLogForm</name>
    <message>
        <source>Everybody</source>
        <translation>सब</translation>
    </message>
    <message>
        <source>The chain is being verified …</source>
        <translation>कड़ी जाँची जा रही है …</translation>
    </message>
    <message>
        <source>✓ The chain is intact. %1</source>
        <translation>✓ कड़ी सही-सलामत है। %1</translation>
    </message>
    <message>
        <source>✗ The chain is broken. %1</source>
        <translation>✗ कड़ी टूटी हुई है। %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 नाम से रखा गया।</translation>
    </message>
    <message>
        <source>Edit log</source>
        <translation>बदलावों की सूची</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Nobody is found; check the spelling.</source>
        <translation>कोई नहीं मिला; वर्तनी जाँचें।</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>किसने</translation>
    </message>
    <message>
        <source>About</source>
        <translation>किस बारे में</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>सब कुछ</translation>
    </message>
    <message>
        <source>Everything that was recorded, the newest first</source>
        <translation>जो कुछ दर्ज हुआ, सबसे नया पहले</translation>
    </message>
    <message>
        <source>Nothing was recorded: %1. Alt+F2 chooses other days.</source>
        <translation>कुछ दर्ज नहीं हुआ: %1। Alt+F2 से दूसरे दिन चुनें।</translation>
    </message>
</context>
<context>
    <name>EditLogScreen</name>
    <message>
        <source>Made on %1</source>
        <translation>बनाया गया %1</translation>
    </message>
    <message>
        <source>Edit log</source>
        <translation>बदलावों की सूची</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>कुछ दर्ज नहीं हुआ।</translation>
    </message>
</context>
<context>
    <name>Employees</name>
    <message>
        <source>has left</source>
        <translation>छोड़ दिया</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>दिया</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>लिया</translation>
    </message>
</context>
<context>
    <name>EmployeesForm</name>
    <message>
        <source>Employees</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>Who works here signs in by name; an agent sees only assigned parties.</source>
        <translation>यहाँ काम करने वाला नाम से साइन इन करता है; एजेंट सिर्फ़ सौंपी गई पार्टियाँ देखता है।</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>यहाँ कौन काम करता है</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>अधिकार</translation>
    </message>
    <message>
        <source>Nobody yet: type the admin&apos;s name and a password.</source>
        <translation>अभी कोई नहीं: एडमिन का नाम और पासवर्ड डालिए।</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>Discount up to ₹</source>
        <translation>छूट ₹ तक</translation>
    </message>
    <message>
        <source>Write off up to ₹</source>
        <translation>माफ़ी ₹ तक</translation>
    </message>
    <message>
        <source>Days back</source>
        <translation>पिछले दिन</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>The parties go to</source>
        <translation>पार्टियाँ किसे दें</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>काम छोड़ दिया</translation>
    </message>
    <message>
        <source>The first employee: the admin</source>
        <translation>पहला कर्मचारी: एडमिन</translation>
    </message>
    <message>
        <source>A new employee</source>
        <translation>नया कर्मचारी</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>पासवर्ड</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>नया पासवर्ड</translation>
    </message>
    <message>
        <source>any</source>
        <translation>कितना भी</translation>
    </message>
    <message>
        <source>nobody yet: they wait under Assignment</source>
        <translation>अभी किसी को नहीं: “पार्टी किसकी” में रहेंगी</translation>
    </message>
    <message numerus="yes">
        <source>{name} leaves: who takes over %n party(ies)?</source>
        <translation>
            <numerusform>{name} काम छोड़ते हैं: %n पार्टी किसे दें?</numerusform>
            <numerusform>{name} काम छोड़ते हैं: %n पार्टियाँ किसे दें?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>Firm</source>
        <translation>फ़र्म</translation>
    </message>
    <message>
        <source>Firm&apos;s data</source>
        <translation>फ़र्म की जानकारी</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>नई पार्टी</translation>
    </message>
    <message>
        <source>Party altered</source>
        <translation>पार्टी में बदलाव</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>नया माल</translation>
    </message>
    <message>
        <source>Item altered</source>
        <translation>माल में बदलाव</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>नया खाता</translation>
    </message>
    <message>
        <source>Amendment</source>
        <translation>सुधार</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>इंपोर्ट</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>इंपोर्ट वापस</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>छपाई</translation>
    </message>
    <message>
        <source>New branch</source>
        <translation>नई शाखा</translation>
    </message>
    <message>
        <source>Post-dated cheque</source>
        <translation>आगे की तारीख का चेक</translation>
    </message>
    <message>
        <source>Cheque cleared</source>
        <translation>चेक पास हुआ</translation>
    </message>
    <message>
        <source>Cheque given back</source>
        <translation>चेक लौटाया</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>वादा</translation>
    </message>
    <message>
        <source>Promise taken back</source>
        <translation>वादा वापस</translation>
    </message>
    <message>
        <source>Category pinned</source>
        <translation>श्रेणी तय</translation>
    </message>
    <message>
        <source>Let pass over the limit</source>
        <translation>सीमा से ऊपर जाने दिया</translation>
    </message>
    <message>
        <source>Early day let pass</source>
        <translation>पुरानी तारीख़ जाने दी</translation>
    </message>
    <message>
        <source>Phone to correct</source>
        <translation>फ़ोन ठीक करना है</translation>
    </message>
    <message>
        <source>Picture attached</source>
        <translation>फ़ोटो जोड़ी गई</translation>
    </message>
    <message>
        <source>Category changed</source>
        <translation>श्रेणी बदली</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>विज़िट</translation>
    </message>
    <message>
        <source>Reminder opened</source>
        <translation>याद दिलाने का संदेश खोला</translation>
    </message>
    <message>
        <source>Plan of a beat</source>
        <translation>बीट की योजना</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>रन शीट</translation>
    </message>
    <message>
        <source>Run sheet closed</source>
        <translation>रन शीट बंद</translation>
    </message>
    <message>
        <source>Hand-over signed</source>
        <translation>नक़द-सुपुर्दगी पर हस्ताक्षर</translation>
    </message>
    <message>
        <source>Print given up</source>
        <translation>प्रिंट छोड़ दिया</translation>
    </message>
    <message>
        <source>New counter</source>
        <translation>नया काउंटर</translation>
    </message>
    <message>
        <source>Counter revoked</source>
        <translation>काउंटर हटाया गया</translation>
    </message>
    <message>
        <source>Series kept for a counter</source>
        <translation>काउंटर के लिए रखी सीरीज़</translation>
    </message>
    <message>
        <source>Let in after all</source>
        <translation>आख़िर में मंज़ूर</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>नामंज़ूर</translation>
    </message>
    <message>
        <source>New series</source>
        <translation>नई क्रम संख्या</translation>
    </message>
    <message>
        <source>New employee</source>
        <translation>नया कर्मचारी</translation>
    </message>
    <message>
        <source>Employee altered</source>
        <translation>कर्मचारी में बदलाव</translation>
    </message>
    <message>
        <source>Parties assigned</source>
        <translation>पार्टियाँ सौंपी गईं</translation>
    </message>
    <message>
        <source>Other entry</source>
        <translation>दूसरी प्रविष्टि</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Files to import</source>
        <translation>इंपोर्ट की फ़ाइलें</translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation>पहले के इंपोर्ट</translation>
    </message>
    <message>
        <source>A Tally export (XML, JSON), a spreadsheet, or a folder</source>
        <translation>Tally की फ़ाइल (XML, JSON), शीट, या फ़ोल्डर</translation>
    </message>
    <message>
        <source>Type its place and press Enter</source>
        <translation>जगह लिखकर Enter दबाएँ</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>ढूँढें</translation>
    </message>
    <message>
        <source>Why is it undone? Enter undoes the whole import</source>
        <translation>वापस क्यों ले रहे हैं? Enter से पूरा इंपोर्ट वापस होगा</translation>
    </message>
    <message>
        <source>The files stand here. From Tally: Alt+E, All Masters and Day Book, as XML.
Alt+B looks for them on this machine. Nothing is written before you have seen what would happen.</source>
        <translation>फ़ाइलें यहाँ दिखेंगी। Tally में: Alt+E, All Masters और Day Book, XML में।
Alt+B से इस कंप्यूटर पर ढूँढें। क्या होगा यह देखे बिना कुछ नहीं लिखा जाएगा।</translation>
    </message>
    <message>
        <source>Every import stands here, and Alt+X takes one back as a whole.</source>
        <translation>हर इंपोर्ट यहाँ दिखेगा; Alt+X से पूरा इंपोर्ट वापस होता है।</translation>
    </message>
    <message>
        <source>Tally exports and spreadsheets</source>
        <translation>Tally की फ़ाइलें और शीट</translation>
    </message>
    <message>
        <source>Undo the import of %1 (%2)</source>
        <translation>%1 का इंपोर्ट वापस लें (%2)</translation>
    </message>
</context>
<context>
    <name>FirmPage</name>
    <message>
        <source>On every paper</source>
        <translation>हर कागज़ पर</translation>
    </message>
    <message>
        <source>Where money may come to</source>
        <translation>पैसा कहाँ आए</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>each counter has its own, and none is used twice</source>
        <translation>हर काउंटर के अपने नंबर, कोई दोबारा नहीं लगता</translation>
    </message>
    <message>
        <source>Name of the firm</source>
        <translation>फ़र्म का नाम</translation>
    </message>
    <message>
        <source>GSTIN</source>
        <translation>GSTIN</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>पता, दूसरी पंक्ति</translation>
    </message>
    <message>
        <source>Address, third line</source>
        <translation>पता, तीसरी पंक्ति</translation>
    </message>
    <message>
        <source>State code</source>
        <translation>राज्य कोड</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>Phones, with commas</source>
        <translation>फ़ोन, कॉमा लगाकर</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>UPI address, such as shop@bank</source>
        <translation>UPI पता, जैसे shop@bank</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Account in the name of</source>
        <translation>खाता किसके नाम</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>खाता नंबर</translation>
    </message>
    <message>
        <source>IFSC</source>
        <translation>IFSC</translation>
    </message>
    <message>
        <source>Books locked up to (day)</source>
        <translation>बही यहाँ तक बंद (दिन)</translation>
    </message>
</context>
<context>
    <name>ForecastScreen</name>
    <message>
        <source>promised, or in cheques: %1</source>
        <translation>वादे या चेक में: %1</translation>
    </message>
    <message>
        <source>Bills likely to be paid within 30 days</source>
        <translation>30 दिन में चुकने वाले संभावित बिल</translation>
    </message>
    <message>
        <source>What will come in: low, likely, high</source>
        <translation>कितना आएगा: कम, संभावित, ज़्यादा</translation>
    </message>
    <message>
        <source>In four of five such times what comes in lies within the band. It counts a part of every open bill, so it is more than the bills below, whose likeliest day lies within 30 days.</source>
        <translation>पाँच में से चार बार रकम पट्टी के भीतर रहती है। इसमें हर खुले बिल का एक हिस्सा गिना जाता है, इसलिए यह नीचे के बिलों से ज़्यादा है, जिनका संभावित दिन 30 दिन के भीतर है।</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>अनुमान</translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n बिल</numerusform>
            <numerusform>%n बिल</numerusform>
        </translation>
    </message>
    <message>
        <source>No open bill is likely to be paid within 30 days.</source>
        <translation>30 दिन में किसी खुले बिल के चुकने की संभावना नहीं।</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n दिन</numerusform>
            <numerusform>%n दिन</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Round off</source>
        <translation>राउंड ऑफ़</translation>
    </message>
    <message>
        <source>Previous balance</source>
        <translation>पिछला बकाया</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>मिला</translation>
    </message>
    <message>
        <source>New balance</source>
        <translation>नया बकाया</translation>
    </message>
    <message>
        <source>This bill</source>
        <translation>यह बिल</translation>
    </message>
    <message>
        <source>Saved %1 %2: ₹ %3.</source>
        <translation>सेव हुआ: %1 %2, ₹ %3।</translation>
    </message>
    <message>
        <source>Saved %1 %2: ₹ %3, %4. Balance now %5.</source>
        <translation>सेव हुआ: %1 %2, ₹ %3, %4। अब बकाया %5।</translation>
    </message>
    <message>
        <source>This voucher is not saved yet.</source>
        <translation>यह वाउचर अभी सेव नहीं हुआ।</translation>
    </message>
    <message>
        <source>As it was typed before the program ended. Esc twice throws it away.</source>
        <translation>प्रोग्राम बंद होने से पहले जैसा लिखा था। दो बार Esc से हट जाएगा।</translation>
    </message>
    <message>
        <source>Not saved. Esc once more leaves without saving; Ctrl+A saves.</source>
        <translation>सेव नहीं हुई। दोबारा Esc से बिना सेव निकलें; Ctrl+A से सेव।</translation>
    </message>
    <message>
        <source>Set against bills, newest first</source>
        <translation>बिलों पर, नए पहले</translation>
    </message>
    <message>
        <source>Set against bills, oldest first</source>
        <translation>बिलों पर, पुराने पहले</translation>
    </message>
    <message>
        <source>Allocated %1 of %2</source>
        <translation>%2 में से %1 बिलों पर लगा</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>UTR / reference</source>
        <translation>UTR / रेफ़रेंस</translation>
    </message>
    <message>
        <source>Cheque number</source>
        <translation>चेक नंबर</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>रेफ़रेंस</translation>
    </message>
</context>
<context>
    <name>GoodsPanel</name>
    <message>
        <source>Type an item and press Enter through its row: the lines stand here.</source>
        <translation>माल का नाम लिखें और Enter से आगे बढ़ें: लाइनें यहाँ दिखेंगी।</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Find a party: on Home, type three letters of a name and press Enter.</source>
        <translation>पार्टी ढूँढिए: होम पर नाम के तीन अक्षर लिखिए और Enter दबाइए।</translation>
    </message>
    <message>
        <source>Take money: F6, Enter for cash, an amount such as 12500*2, Enter. The oldest bills are filled; Enter once more saves.</source>
        <translation>पैसा लीजिए: F6, नकद के लिए Enter, रकम जैसे 12500*2, Enter। पुराने बिल भरेंगे; एक और Enter से दर्ज।</translation>
    </message>
    <message>
        <source>Write a sale: F8, a party, an amount, then Enter until it is saved.</source>
        <translation>बिक्री लिखिए: F8, पार्टी, रकम, फिर दर्ज होने तक Enter।</translation>
    </message>
    <message>
        <source>See the day: Alt+G, type “day”, Enter. Both vouchers stand.</source>
        <translation>दिन देखिए: Alt+G, “day” लिखिए, Enter। दोनों वाउचर वहाँ हैं।</translation>
    </message>
    <message>
        <source>Put something right: Enter on the receipt, Alt+X, a reason, Enter, then Y for yes.</source>
        <translation>गलती सुधारिए: रसीद पर Enter, Alt+X, कारण, Enter, फिर हाँ के लिए Y।</translation>
    </message>
    <message>
        <source>Give a statement: Alt+G, the party&apos;s name, Enter, then Ctrl+P.</source>
        <translation>हिसाब दीजिए: Alt+G, पार्टी का नाम, Enter, फिर Ctrl+P।</translation>
    </message>
    <message>
        <source>See the agents at work: Alt+G, type “run”, Enter. Enter again opens one.</source>
        <translation>एजेंटों का काम देखिए: Alt+G, “रन” लिखिए, Enter। एक और Enter से रन शीट खुलती है।</translation>
    </message>
    <message>
        <source>See what agents carry: Alt+G, type “hand”, Enter. Their cash is counted in here.</source>
        <translation>देखिए एजेंटों के पास क्या है: Alt+G, “सुपुर्द” लिखिए, Enter। उनका नक़द यहीं गिना जाता है।</translation>
    </message>
    <message>
        <source>That was a day. F1 explains every screen, Ctrl+F1 shows all keys.</source>
        <translation>एक दिन पूरा हुआ। F1 से हर पन्ने की मदद, Ctrl+F1 से सब कुंजियाँ।</translation>
    </message>
</context>
<context>
    <name>GuideBar</name>
    <message>
        <source>step %1 of %2</source>
        <translation>चरण %1 / %2</translation>
    </message>
    <message>
        <source>%1 ends it</source>
        <translation>%1 से बंद</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>not signed</source>
        <translation>हस्ताक्षर नहीं</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>हस्ताक्षर हुए</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>नहीं माना</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>Its counter was revoked before it was sent. Head office lets it in or not.</source>
        <translation>भेजने से पहले इसका काउंटर बंद कर दिया गया। हेड ऑफिस इसे ले या न ले।</translation>
    </message>
    <message>
        <source>It is of a branch that this counter may not write for.</source>
        <translation>यह ऐसी शाखा का है जिसके लिए यह काउंटर नहीं लिख सकता।</translation>
    </message>
    <message>
        <source>Only head office may record such a thing.</source>
        <translation>ऐसी बात सिर्फ़ हेड ऑफिस लिख सकता है।</translation>
    </message>
    <message>
        <source>Who made it was not permitted to. An admin at head office lets it in or not.</source>
        <translation>इसे लिखने वाले को इसकी अनुमति नहीं थी। हेड ऑफिस का एडमिन इसे ले या न ले।</translation>
    </message>
    <message>
        <source>It was written by a newer CollectIQ than head office has; they update first.</source>
        <translation>यह हेड ऑफिस से नए CollectIQ ने लिखा है; पहले वे अपडेट करें।</translation>
    </message>
    <message>
        <source>Head office cannot read it; ask for help.</source>
        <translation>हेड ऑफिस इसे पढ़ नहीं पाता; मदद माँगिए।</translation>
    </message>
    <message>
        <source>It does not add up; ask for help.</source>
        <translation>इसका जोड़ नहीं मिलता; मदद माँगिए।</translation>
    </message>
    <message>
        <source>What it changes has not come to head office yet; it goes on by itself then.</source>
        <translation>यह जिसे बदलता है, वह अभी हेड ऑफिस नहीं पहुँचा; पहुँचते ही अपने आप चढ़ जाएगा।</translation>
    </message>
    <message>
        <source>Its party has not come to head office yet; it goes on by itself then.</source>
        <translation>इसकी पार्टी अभी हेड ऑफिस नहीं पहुँची; पहुँचते ही अपने आप चढ़ जाएगा।</translation>
    </message>
    <message>
        <source>Its account has not come to head office yet.</source>
        <translation>इसका खाता अभी हेड ऑफिस नहीं पहुँचा।</translation>
    </message>
    <message>
        <source>Another counter brought the same document, and that one is held too.</source>
        <translation>दूसरा काउंटर यही काग़ज़ लाया था, और वह भी रुका है।</translation>
    </message>
    <message>
        <source>Its number is on another document. Head office gives it a new one, or rejects it.</source>
        <translation>इसका नंबर दूसरे काग़ज़ पर है। हेड ऑफिस नया नंबर देगा, या इसे छोड़ देगा।</translation>
    </message>
    <message>
        <source>Head office looks at it.</source>
        <translation>हेड ऑफिस इसे देख रहा है।</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys of this screen</source>
        <translation>इस पन्ने की कुंजियाँ</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>हर जगह की कुंजियाँ</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>सभी कुंजियाँ</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>क्या करती है</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Help</source>
        <translation>मदद</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Home</source>
        <translation>होम</translation>
    </message>
    <message>
        <source>Party: name, code, GSTIN or phone</source>
        <translation>पार्टी: नाम, कोड, GSTIN या फ़ोन</translation>
    </message>
    <message>
        <source>Nobody is found. Fewer letters find more.</source>
        <translation>कोई नहीं मिला। कम अक्षर लिखें।</translation>
    </message>
    <message>
        <source>Nothing is recorded today. F6 takes a receipt.</source>
        <translation>आज कुछ दर्ज नहीं हुआ। F6 से रसीद बनाएँ।</translation>
    </message>
    <message>
        <source>nothing yet; F6 takes a receipt</source>
        <translation>अभी कुछ नहीं; F6 से रसीद</translation>
    </message>
    <message>
        <source>Collected today</source>
        <translation>आज की वसूली</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>कुल बकाया</translation>
    </message>
    <message>
        <source>all balances together</source>
        <translation>सब पार्टियों का मिलाकर</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>लेट बकाया</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>आज देय</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n एजेंट</numerusform>
            <numerusform>%n एजेंट</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, some for over a day</source>
        <translation>%1, कुछ एक दिन से पुराना</translation>
    </message>
    <message>
        <source>Cash with agents</source>
        <translation>एजेंटों के पास नक़द</translation>
    </message>
    <message>
        <source>counted in blind</source>
        <translation>बिना बताए गिना जाता है</translation>
    </message>
    <message numerus="yes">
        <source>%n broken lately</source>
        <translation>
            <numerusform>%n हाल में टूटा</numerusform>
            <numerusform>%n हाल में टूटे</numerusform>
        </translation>
    </message>
    <message>
        <source>Promised by today</source>
        <translation>आज तक के वादे</translation>
    </message>
    <message>
        <source>Cheques to deposit</source>
        <translation>जमा करने के चेक</translation>
    </message>
    <message numerus="yes">
        <source>%n cheque(s)</source>
        <translation>
            <numerusform>%n चेक</numerusform>
            <numerusform>%n चेक</numerusform>
        </translation>
    </message>
    <message>
        <source>totals are not shown to you</source>
        <translation>कुल रक़म आपको नहीं दिखती</translation>
    </message>
    <message>
        <source>no bill</source>
        <translation>कोई बिल नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n बिल</numerusform>
            <numerusform>%n बिल</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n पार्टी</numerusform>
            <numerusform>%n पार्टियों</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>Parties found</source>
        <translation>मिली पार्टियाँ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Spreadsheet</source>
        <translation>शीट</translation>
    </message>
    <message>
        <source>Tally export</source>
        <translation>Tally की फ़ाइल</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>वापस लिया</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>Open bills</source>
        <translation>बाकी बिल</translation>
    </message>
    <message>
        <source>Sales invoices</source>
        <translation>बिक्री बिल</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
    </message>
    <message>
        <source>Invoices with their payment</source>
        <translation>बिल और उनका भुगतान</translation>
    </message>
    <message>
        <source>Day first: 05-04-2026</source>
        <translation>पहले दिन: 05-04-2026</translation>
    </message>
    <message>
        <source>Month first: 04/05/2026</source>
        <translation>पहले महीना: 04/05/2026</translation>
    </message>
    <message>
        <source>Year first: 2026-04-05</source>
        <translation>पहले साल: 2026-04-05</translation>
    </message>
    <message>
        <source>The party owes us</source>
        <translation>पार्टी से लेने हैं</translation>
    </message>
    <message>
        <source>We owe the party</source>
        <translation>पार्टी को देने हैं</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>छूटी</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>गिनी नहीं</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>देख लें</translation>
    </message>
    <message>
        <source>Reading, nothing is written yet</source>
        <translation>पढ़ रहे हैं, अभी कुछ नहीं लिखा</translation>
    </message>
    <message>
        <source>Writing into the books</source>
        <translation>बही में लिख रहे हैं</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>इंपोर्ट वापस ले रहे हैं</translation>
    </message>
    <message>
        <source>row</source>
        <translation>पंक्ति</translation>
    </message>
    <message>
        <source>line</source>
        <translation>लाइन</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>ledger</source>
        <translation>लेजर</translation>
    </message>
    <message>
        <source>item</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>payment of</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>opening balance on account</source>
        <translation>शुरुआती खाते में जमा</translation>
    </message>
    <message>
        <source>opening bills</source>
        <translation>शुरुआती बिल</translation>
    </message>
    <message>
        <source>opening bill</source>
        <translation>शुरुआती बिल</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>खाते</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>पढ़े</translation>
    </message>
    <message>
        <source>New</source>
        <translation>नए</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>बदले</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>पहले जैसे</translation>
    </message>
    <message>
        <source>Parties&apos; debit</source>
        <translation>पार्टी नाम</translation>
    </message>
    <message>
        <source>Parties&apos; credit</source>
        <translation>पार्टी जमा</translation>
    </message>
    <message>
        <source>They owe</source>
        <translation>लेने हैं</translation>
    </message>
    <message>
        <source>Type what all parties owe there; it is compared here.</source>
        <translation>वहाँ का कुल बकाया लिखें; यहाँ मिलान होगा।</translation>
    </message>
    <message>
        <source>Agrees ✓</source>
        <translation>मिल गया ✓</translation>
    </message>
    <message>
        <source>Differs by %1</source>
        <translation>%1 का फ़र्क</translation>
    </message>
    <message>
        <source>Tried, nothing is written yet</source>
        <translation>जाँच हुई, अभी कुछ नहीं लिखा</translation>
    </message>
    <message>
        <source>Nothing was new, so nothing was written</source>
        <translation>कुछ नया नहीं था, इसलिए कुछ नहीं लिखा</translation>
    </message>
    <message>
        <source>Written into the books</source>
        <translation>बही में लिख दिया</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>ज़रूरी</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Import</source>
        <translation>इंपोर्ट</translation>
    </message>
    <message>
        <source>Esc begins another import; there Alt+X takes this one back.</source>
        <translation>Esc से दूसरा इंपोर्ट शुरू करें; वहीं Alt+X से यह वापस होगा।</translation>
    </message>
    <message>
        <source>Alt+Y accepts the company and goes on.</source>
        <translation>Alt+Y से कंपनी मानकर आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Saved: %1. Put the rows right there, and import that file.</source>
        <translation>सेव हुआ: %1. पंक्तियाँ वहीं ठीक करें और वह फ़ाइल इंपोर्ट करें।</translation>
    </message>
    <message numerus="yes">
        <source>The import is taken back, with %n voucher(s).</source>
        <translation>
            <numerusform>इंपोर्ट वापस हुआ, %n वाउचर सहित।</numerusform>
            <numerusform>इंपोर्ट वापस हुआ, %n वाउचर सहित।</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What was written stands under Earlier imports: Alt+X takes it back, and importing the same files once more brings the rest.</source>
        <translation>रोक दिया। जो लिखा गया वह “पहले के इंपोर्ट” में है: Alt+X से वापस लें, या वही फ़ाइलें फिर इंपोर्ट करें तो बाकी आ जाएगा।</translation>
    </message>
    <message>
        <source>1 · which files</source>
        <translation>1 · कौन सी फ़ाइलें</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>आगे</translation>
    </message>
    <message>
        <source>2 · which column is what</source>
        <translation>2 · कौन सा कॉलम क्या है</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>3 · look, then write</source>
        <translation>3 · देखें, फिर लिखें</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>लिखें</translation>
    </message>
</context>
<context>
    <name>ItemField</name>
    <message>
        <source>Type what is sold.</source>
        <translation>क्या बिका, लिखें।</translation>
    </message>
</context>
<context>
    <name>JoinCard</name>
    <message>
        <source>Join</source>
        <translation>जुड़ें</translation>
    </message>
    <message>
        <source>They were moved here</source>
        <translation>यहाँ लाए गए हैं</translation>
    </message>
    <message>
        <source>Were these books moved to this machine, or is this a new counter?</source>
        <translation>क्या ये बही इस मशीन पर लाई गई हैं, या यह नया काउंटर है?</translation>
    </message>
    <message>
        <source>The key of this counter is not on this machine</source>
        <translation>इस काउंटर की चाबी इस मशीन पर नहीं है</translation>
    </message>
    <message>
        <source>Until you answer, nothing can be recorded here, so that no number is ever used twice. Moved: the old machine records nothing more; this one goes on at once, in a new series. New counter: ask head office for a code and type it in.</source>
        <translation>जब तक आप न बताएँ, यहाँ कुछ नहीं लिखा जाएगा, ताकि कोई नंबर दो बार न लगे। लाई गई हैं: पुरानी मशीन अब कुछ न लिखे; यह मशीन नई सीरीज़ में तुरंत चलती है। नया काउंटर: हेड ऑफिस से कोड माँगकर यहाँ लिखिए।</translation>
    </message>
    <message>
        <source>Alone, not connected</source>
        <translation>अकेली बही, जुड़ी नहीं</translation>
    </message>
    <message>
        <source>These books are complete without a head office. With one, several counters and shops write into the same firm, each also without a line. Head office runs “collectiq-server create-firm --adopt” and passes on an address and a code: everything that is here is taken along.</source>
        <translation>हेड ऑफिस के बिना भी ये बही पूरी हैं। हेड ऑफिस हो तो कई काउंटर और दुकानें एक ही फ़र्म में लिखती हैं, लाइन न हो तब भी। हेड ऑफिस “collectiq-server create-firm --adopt” चलाकर पता और कोड देता है: यहाँ जो कुछ है, सब साथ जाता है।</translation>
    </message>
    <message>
        <source>A code is needed before anything is sent</source>
        <translation>भेजने के लिए कोड चाहिए</translation>
    </message>
    <message>
        <source>These books were moved here and their key stayed behind. Go on working; ask head office for a code for this counter, and everything is sent.</source>
        <translation>ये बही यहाँ लाई गईं और चाबी पीछे रह गई। काम करते रहिए; हेड ऑफिस से इस काउंटर का कोड माँगिए, सब चला जाएगा।</translation>
    </message>
    <message>
        <source>A counter of a firm with a head office</source>
        <translation>हेड ऑफिस वाली फ़र्म का काउंटर</translation>
    </message>
    <message>
        <source>Join it</source>
        <translation>जुड़ें</translation>
    </message>
</context>
<context>
    <name>JoinFields</name>
    <message>
        <source>Address of head office</source>
        <translation>हेड ऑफिस का पता</translation>
    </message>
    <message>
        <source>Code, good once</source>
        <translation>कोड, एक बार चलता है</translation>
    </message>
    <message>
        <source>As head office gave it; paste or type</source>
        <translation>जैसा हेड ऑफिस ने दिया; लिखिए या चिपकाइए</translation>
    </message>
    <message>
        <source>Name of this counter</source>
        <translation>इस काउंटर का नाम</translation>
    </message>
    <message>
        <source>The code names the certificate %1. Head office sees the same beginning when its server starts.</source>
        <translation>कोड में सर्टिफ़िकेट %1 है। हेड ऑफिस का सर्वर चालू होते समय यही शुरुआत दिखती है।</translation>
    </message>
</context>
<context>
    <name>JournalFields</name>
    <message>
        <source>Journal</source>
        <translation>जर्नल</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>लाइनें</translation>
    </message>
    <message>
        <source>Difference %1</source>
        <translation>फ़र्क %1</translation>
    </message>
    <message>
        <source>Debit = credit ✓</source>
        <translation>नाम = जमा ✓</translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>Side</source>
        <translation>किधर</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>जमा</translation>
    </message>
    <message>
        <source>Account or party</source>
        <translation>खाता या पार्टी</translation>
    </message>
    <message>
        <source>Nothing is found.</source>
        <translation>कुछ नहीं मिला।</translation>
    </message>
    <message>
        <source>Amount ₹</source>
        <translation>रकम ₹</translation>
    </message>
    <message>
        <source>Type an account or a party, and an amount: the lines stand here.</source>
        <translation>खाता या पार्टी और रकम लिखें: लाइनें यहाँ दिखेंगी।</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Sales invoice</source>
        <translation>बिक्री बिल</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>क्रेडिट नोट</translation>
    </message>
    <message>
        <source>Debit note</source>
        <translation>डेबिट नोट</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>जर्नल</translation>
    </message>
    <message>
        <source>Contra</source>
        <translation>कॉन्ट्रा</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Opening bill</source>
        <translation>शुरुआती बिल</translation>
    </message>
    <message>
        <source>— cancelled</source>
        <translation>— रद्द</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>Signed in as %1.</source>
        <translation>%1 ने साइन इन किया।</translation>
    </message>
</context>
<context>
    <name>LocksPage</name>
    <message>
        <source>When this counter locks itself</source>
        <translation>यह काउंटर अपने आप कब बंद हो</translation>
    </message>
    <message>
        <source>Minutes without a key or a click</source>
        <translation>कितने मिनट कोई कुछ न दबाए</translation>
    </message>
    <message>
        <source>For this counter alone, whoever works at it; it holds from now on. Where nobody has to sign in, nothing locks. Ctrl+L locks at once.</source>
        <translation>सिर्फ़ इस काउंटर के लिए, चाहे कोई भी काम करे; अभी से लागू। जहाँ किसी को साइन इन नहीं करना, वहाँ कुछ बंद नहीं होता। Ctrl+L तुरंत बंद करता है।</translation>
    </message>
    <message>
        <source>How many days back each role may date</source>
        <translation>हर भूमिका कितने दिन पीछे की तारीख़ डाल सके</translation>
    </message>
    <message>
        <source>For the whole firm. 0 is today alone; empty is the usual number, shown in grey. The days of an employee go before those of the role; an admin has no such end. At an earlier date somebody who may says a PIN, and the edit log says who.</source>
        <translation>पूरी फ़र्म के लिए। 0 यानी सिर्फ़ आज; ख़ाली यानी हल्के रंग में दिखती आम गिनती। कर्मचारी के अपने दिन भूमिका से पहले माने जाते हैं; एडमिन पर ऐसी कोई रोक नहीं। उससे पुरानी तारीख़ पर अधिकार वाला PIN डालता है, और बदलावों की सूची में उसका नाम रहता है।</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>Cash</source>
        <translation>नकद</translation>
    </message>
    <message>
        <source>UPI</source>
        <translation>यूपीआई</translation>
    </message>
    <message>
        <source>Cheque</source>
        <translation>चेक</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>कार्ड</translation>
    </message>
    <message>
        <source>Razorpay</source>
        <translation>रेज़रपे</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>Will a party be long overdue?</source>
        <translation>क्या पार्टी बहुत लेट होगी?</translation>
    </message>
    <message>
        <source>Will an open bill stay unpaid?</source>
        <translation>क्या खुला बिल बाकी रहेगा?</translation>
    </message>
    <message>
        <source>Will a new bill be late?</source>
        <translation>क्या नया बिल लेट होगा?</translation>
    </message>
    <message>
        <source>yes, it is used</source>
        <translation>हाँ, काम में है</translation>
    </message>
    <message>
        <source>no: too little is decided</source>
        <translation>नहीं: अभी कम तय हुए</translation>
    </message>
    <message>
        <source>no: too little to try it on</source>
        <translation>नहीं: परखने को कम</translation>
    </message>
    <message>
        <source>no: it was no better</source>
        <translation>नहीं: बेहतर नहीं था</translation>
    </message>
    <message>
        <source>no: it no longer holds</source>
        <translation>नहीं: अब ठीक नहीं</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>Risky 90 days ago, went late</source>
        <translation>90 दिन पहले जोखिम, लेट हुए</translation>
    </message>
    <message>
        <source>nobody was Risky then</source>
        <translation>तब कोई जोखिम में नहीं था</translation>
    </message>
    <message>
        <source>%1 of %2 parties</source>
        <translation>%2 में से %1 पार्टियाँ</translation>
    </message>
    <message>
        <source>Hits of the last quarter</source>
        <translation>पिछली तिमाही में सही</translation>
    </message>
    <message>
        <source>nothing is decided yet</source>
        <translation>अभी कुछ तय नहीं</translation>
    </message>
    <message>
        <source>oldest overdue first: %1</source>
        <translation>सबसे पुराना बकाया पहले: %1</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>सीखा</translation>
    </message>
    <message>
        <source>not enough history</source>
        <translation>इतिहास कम है</translation>
    </message>
    <message>
        <source>payment habits only</source>
        <translation>केवल भुगतान की आदतें</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>संस्करण %1</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>रखे हुए: %1</translation>
    </message>
    <message>
        <source>Scored by</source>
        <translation>अंक कौन निकाले</translation>
    </message>
    <message>
        <source>This counter</source>
        <translation>यह काउंटर</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Jan</source>
        <translation>जन</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>फ़र</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>मार्च</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>अप्रैल</translation>
    </message>
    <message>
        <source>May</source>
        <translation>मई</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>जून</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>जुला</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>अग</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>सितं</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>अक्टू</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>नवं</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>दिसं</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Type the party&apos;s name.</source>
        <translation>पार्टी का नाम लिखें।</translation>
    </message>
</context>
<context>
    <name>OpeningFields</name>
    <message>
        <source>Opening bill</source>
        <translation>शुरुआती बिल</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>बिल नंबर</translation>
    </message>
    <message>
        <source>Bill date</source>
        <translation>बिल तारीख</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>देय तारीख</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>किस तरफ़</translation>
    </message>
    <message>
        <source>Owes us</source>
        <translation>हमें देना है</translation>
    </message>
    <message>
        <source>Paid ahead</source>
        <translation>पहले से दिया</translation>
    </message>
    <message>
        <source>Open bills</source>
        <translation>बाकी बिल</translation>
    </message>
    <message>
        <source>Type whose bill was open when these books began.</source>
        <translation>लिखें किसका बिल यह बही शुरू होते समय बाकी था।</translation>
    </message>
    <message>
        <source>No bill is open yet. Without a number it is a balance on account.</source>
        <translation>अभी कोई बिल बाकी नहीं। नंबर न हो तो रकम खाते का बकाया है।</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>both ends have the same</source>
        <translation>दोनों तरफ़ एक जैसा</translation>
    </message>
    <message>
        <source>sent; this CollectIQ must be updated to read all</source>
        <translation>भेज दिया; सब पढ़ने के लिए यह CollectIQ अपडेट कीजिए</translation>
    </message>
    <message>
        <source>head office could not be reached</source>
        <translation>हेड ऑफिस नहीं मिला</translation>
    </message>
    <message>
        <source>this counter is revoked</source>
        <translation>यह काउंटर बंद किया गया</translation>
    </message>
    <message>
        <source>the key is not on this machine</source>
        <translation>चाबी इस मशीन पर नहीं</translation>
    </message>
    <message>
        <source>head office said no</source>
        <translation>हेड ऑफिस ने मना किया</translation>
    </message>
    <message>
        <source>the sums differ</source>
        <translation>जोड़ अलग हैं</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>बीच में रुका</translation>
    </message>
    <message>
        <source>Head office does not know this counter. If head office was put back from an old backup, another counter that is up to date must exchange first.</source>
        <translation>हेड ऑफिस इस काउंटर को नहीं जानता। अगर वहाँ पुराना बैकअप लगाया गया है, तो पहले कोई दूसरा काउंटर मिलान करे जिसमें सब ताज़ा हो।</translation>
    </message>
    <message>
        <source>Another server answers at the address of head office. Do not go on before you have spoken to them.</source>
        <translation>हेड ऑफिस के पते पर कोई दूसरा सर्वर जवाब दे रहा है। उनसे बात किए बिना आगे न बढ़िए।</translation>
    </message>
    <message>
        <source>Head office says no (%1). Nothing was lost; ask there.</source>
        <translation>हेड ऑफिस ने मना किया (%1)। कुछ गया नहीं; वहाँ पूछिए।</translation>
    </message>
    <message>
        <source>an older file was put back</source>
        <translation>पुरानी फ़ाइल लगाई गई</translation>
    </message>
    <message>
        <source>worked out anew</source>
        <translation>नए सिरे से जोड़ा गया</translation>
    </message>
    <message>
        <source>Head office cannot be reached. Go on working: nothing is lost, and everything is sent when the line is back.</source>
        <translation>हेड ऑफिस नहीं मिल रहा। काम करते रहिए: कुछ नहीं जाएगा, लाइन आते ही सब भेज दिया जाएगा।</translation>
    </message>
    <message>
        <source>Head office let this counter take part no more. What is recorded here is still sent, and waits there for their word.</source>
        <translation>हेड ऑफिस ने इस काउंटर को बंद कर दिया है। यहाँ जो लिखेंगे, वह जाता रहेगा और वहाँ उनके कहने तक रुकेगा।</translation>
    </message>
    <message>
        <source>Others record things that this CollectIQ is too old to read. Update it; until then go on selling, everything is sent.</source>
        <translation>दूसरे ऐसी बातें लिखते हैं जो यह पुराना CollectIQ नहीं पढ़ सकता। इसे अपडेट कीजिए; तब तक बेचते रहिए, सब भेजा जाता है।</translation>
    </message>
    <message>
        <source>The key of this counter is not on this machine, so nothing can be sent. Ask head office for a code, close the books and open them again to type it in.</source>
        <translation>इस काउंटर की चाबी इस मशीन पर नहीं है, इसलिए कुछ भेजा नहीं जा सकता। हेड ऑफिस से कोड माँगिए, बही बंद करके फिर खोलिए और कोड लिखिए।</translation>
    </message>
    <message>
        <source>The sums here and at head office differ, also after everything was worked out anew. The first day that differs is %1. Tell head office; Alt+R works it out once more.</source>
        <translation>नए सिरे से जोड़ने पर भी यहाँ और हेड ऑफिस के जोड़ अलग हैं। पहला अलग दिन %1 है। हेड ऑफिस को बताइए; Alt+R से एक बार फिर जोड़ा जाता है।</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 fast. Put it right.</source>
        <translation>इस मशीन की घड़ी %1 आगे है। ठीक कीजिए।</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is %1 slow. Put it right.</source>
        <translation>इस मशीन की घड़ी %1 पीछे है। ठीक कीजिए।</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 घंटे</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 दिन</translation>
    </message>
</context>
<context>
    <name>OutstandingScreen</name>
    <message>
        <source>Outstanding</source>
        <translation>बकाया सूची</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>नाम से</translation>
    </message>
    <message>
        <source>largest overdue first</source>
        <translation>सबसे ज़्यादा लेट बकाया पहले</translation>
    </message>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n पार्टी</numerusform>
            <numerusform>%n पार्टियाँ</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue on %1</source>
        <translation>%1 को लेट बकाया</translation>
    </message>
    <message>
        <source>Due on %1</source>
        <translation>%1 को देय</translation>
    </message>
    <message>
        <source>₹ %1 due from %2</source>
        <translation>₹ %1 देय, %2 से</translation>
    </message>
    <message>
        <source>₹ %1 overdue from %2</source>
        <translation>₹ %1 लेट बकाया, %2 से</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>%1 को</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>कुछ लेट नहीं</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>No bill is overdue or due on this day; Ctrl+H shows all parties.</source>
        <translation>इस दिन कोई बिल लेट या देय नहीं; Ctrl+H से सब पार्टियाँ।</translation>
    </message>
    <message>
        <source>Nobody of beat %1 owes anything on %2. Alt+F12 chooses another.</source>
        <translation>बीट %1 में %2 को किसी का बकाया नहीं। Alt+F12 से दूसरी बीट चुनें।</translation>
    </message>
    <message>
        <source>Nobody in area %1 owes anything on %2. Alt+A chooses another.</source>
        <translation>%2 को इलाक़े %1 में किसी पर बकाया नहीं। Alt+A से दूसरा चुनिए।</translation>
    </message>
    <message>
        <source>Nobody owes branch %1 anything on %2. Alt+B chooses another.</source>
        <translation>%2 को %1 शाखा का किसी पर कुछ बकाया नहीं। Alt+B से दूसरी चुनिए।</translation>
    </message>
    <message>
        <source>Nobody owes anything on this day. Who owes what will stand here, bill by bill: F8 begins a sale, F2 chooses another day.</source>
        <translation>इस तारीख को किसी का उधार नहीं। किसका कितना बकाया है, बिल-दर-बिल यहाँ दिखेगा: F8 से बिक्री, F2 से दूसरी तारीख।</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Nothing is found. Fewer letters find more.</source>
        <translation>कुछ नहीं मिला। कम अक्षर लिखें।</translation>
    </message>
    <message>
        <source>Screen, party, voucher number, or what to do</source>
        <translation>पन्ना, पार्टी, वाउचर नंबर, या क्या करना है</translation>
    </message>
</context>
<context>
    <name>PartiesScreen</name>
    <message>
        <source>Parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>Name, code, beat or phone</source>
        <translation>नाम, कोड, बीट या फ़ोन</translation>
    </message>
    <message>
        <source>No party is found. Alt+C adds one; an import brings in many at once.</source>
        <translation>कोई पार्टी नहीं मिली। Alt+C से नई बनाएँ; इंपोर्ट से सब एक साथ आ जाती हैं।</translation>
    </message>
    <message>
        <source>with a balance only</source>
        <translation>सिर्फ़ बकाया वाली</translation>
    </message>
</context>
<context>
    <name>PartyFacts</name>
    <message>
        <source>No sale on credit</source>
        <translation>उधार बिक्री बंद</translation>
    </message>
    <message>
        <source>Over its limit</source>
        <translation>सीमा पार</translation>
    </message>
    <message>
        <source>Limit left</source>
        <translation>लिमिट बची</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>कोई लिमिट नहीं</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>Open bills</source>
        <translation>बाकी बिल</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>बकाया</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>लेट बकाया</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>सबसे पुराना</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>खाते में जमा</translation>
    </message>
</context>
<context>
    <name>PartyField</name>
    <message>
        <source>Type a few letters of the party&apos;s name, its code or phone.</source>
        <translation>पार्टी के नाम के कुछ अक्षर, कोड या फ़ोन लिखें।</translation>
    </message>
    <message>
        <source>No party is found. Check the spelling, or add the party with Alt+C.</source>
        <translation>कोई पार्टी नहीं मिली। नाम जाँचें, या Alt+C से नई पार्टी बनाएँ।</translation>
    </message>
</context>
<context>
    <name>PartyFields</name>
    <message>
        <source>Name</source>
        <translation>पार्टी का नाम</translation>
    </message>
    <message>
        <source>Code (empty: the next one)</source>
        <translation>कोड (खाली: अगला अपने आप)</translation>
    </message>
    <message>
        <source>Phones, with a comma between</source>
        <translation>फ़ोन, बीच में कॉमा</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>Area or route</source>
        <translation>इलाक़ा या रूट</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>पता, दूसरी पंक्ति</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>GSTIN</source>
        <translation>GSTIN</translation>
    </message>
    <message>
        <source>Language of its papers</source>
        <translation>कागज़ किस भाषा में</translation>
    </message>
    <message>
        <source>Credit days</source>
        <translation>उधार के दिन</translation>
    </message>
    <message>
        <source>Credit limit ₹ (empty: none)</source>
        <translation>उधार की लिमिट ₹ (खाली: कोई नहीं)</translation>
    </message>
    <message>
        <source>Oldest bill late by at most, days</source>
        <translation>पुराना बिल कितने दिन लेट चलेगा</translation>
    </message>
    <message>
        <source>Open bills at most</source>
        <translation>ज़्यादा से ज़्यादा बाकी बिल</translation>
    </message>
    <message>
        <source>A sale over a limit</source>
        <translation>सीमा से ऊपर बिक्री</translation>
    </message>
    <message>
        <source>Kept bill by bill</source>
        <translation>बिल-वार हिसाब</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>No, running account</source>
        <translation>नहीं, चालू खाता</translation>
    </message>
    <message>
        <source>is asked about</source>
        <translation>पूछकर होगी</translation>
    </message>
    <message>
        <source>is refused</source>
        <translation>नहीं होगी</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेव</translation>
    </message>
</context>
<context>
    <name>PartyFormScreen</name>
    <message>
        <source>%1 is added.</source>
        <translation>%1 जुड़ गई।</translation>
    </message>
    <message>
        <source>%1 is altered.</source>
        <translation>%1 बदल गई।</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>नई पार्टी</translation>
    </message>
    <message>
        <source>Alter party</source>
        <translation>पार्टी बदलें</translation>
    </message>
</context>
<context>
    <name>PartyMaster</name>
    <message>
        <source>name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>other names</source>
        <translation>दूसरे नाम</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>State</source>
        <translation>राज्य</translation>
    </message>
    <message>
        <source>GSTIN</source>
        <translation>GSTIN</translation>
    </message>
    <message>
        <source>PAN</source>
        <translation>PAN</translation>
    </message>
    <message>
        <source>credit days</source>
        <translation>उधार के दिन</translation>
    </message>
    <message>
        <source>credit limit</source>
        <translation>उधार की सीमा</translation>
    </message>
    <message>
        <source>oldest bill late by at most, days</source>
        <translation>सबसे पुराना बिल ज़्यादा से ज़्यादा कितने दिन लेट</translation>
    </message>
    <message>
        <source>open bills at most</source>
        <translation>ज़्यादा से ज़्यादा बाकी बिल</translation>
    </message>
    <message>
        <source>refuses at the limit</source>
        <translation>सीमा पर रोक</translation>
    </message>
    <message>
        <source>bill by bill</source>
        <translation>बिल-वार हिसाब</translation>
    </message>
    <message>
        <source>language of papers</source>
        <translation>कागज़ की भाषा</translation>
    </message>
    <message>
        <source>group</source>
        <translation>ग्रुप</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>area</source>
        <translation>इलाक़ा</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>निशान</translation>
    </message>
    <message>
        <source>note</source>
        <translation>नोट</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
</context>
<context>
    <name>PartyRiskScreen</name>
    <message>
        <source>What if</source>
        <translation>अगर जमा हो तो</translation>
    </message>
    <message>
        <source>When bills are paid</source>
        <translation>बिल कब चुकते हैं</translation>
    </message>
    <message>
        <source>Open bills, and when their money may come</source>
        <translation>खुले बिल, और पैसा कब आ सकता है</translation>
    </message>
    <message>
        <source>No bill is open.</source>
        <translation>कोई बिल खुला नहीं।</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>Alt+P changes or lifts it</source>
        <translation>Alt+P से बदलें या हटाएँ</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>अंक</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>लेट बकाया</translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation>कुछ लेट नहीं</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>याद दिलाएँ</translation>
    </message>
    <message>
        <source>of &gt; %1 days late within %2 days</source>
        <translation>%2 दिन में %1 दिन से ज़्यादा लेट</translation>
    </message>
</context>
<context>
    <name>PartyScreen</name>
    <message>
        <source>Open bills</source>
        <translation>बाकी बिल</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>अब तक क्या हुआ</translation>
    </message>
    <message>
        <source>No bill is open. Ctrl+N enters one from before these books began.</source>
        <translation>कोई बिल बाकी नहीं। Ctrl+N से इस बही से पहले का बिल लिखें।</translation>
    </message>
    <message>
        <source>Sales and receipts stand here as they are recorded. F8 sale, F6 receipt.</source>
        <translation>बिक्री और रसीदें दर्ज होते ही यहाँ दिखेंगी। F8 बिक्री, F6 रसीद।</translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n बिल</numerusform>
            <numerusform>%n बिल</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 paid ahead, Alt+B sets it off</source>
        <translation>%1 पहले से जमा, Alt+B से बिलों में मिलाएँ</translation>
    </message>
    <message>
        <source>= bills %1 − on account %2</source>
        <translation>= बिल %1 − खाते में जमा %2</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>बकाया</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>लेट बकाया</translation>
    </message>
    <message>
        <source>nothing is late</source>
        <translation>कुछ लेट नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s), oldest %1</source>
        <translation>
            <numerusform>%n बिल, सबसे पुराना %1</numerusform>
            <numerusform>%n बिल, सबसे पुराना %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>credit %n day(s)</source>
        <translation>
            <numerusform>उधार %n दिन</numerusform>
            <numerusform>उधार %n दिन</numerusform>
        </translation>
    </message>
    <message>
        <source>Last payment</source>
        <translation>पिछली वसूली</translation>
    </message>
    <message>
        <source>nothing was received yet</source>
        <translation>अभी कुछ नहीं मिला</translation>
    </message>
    <message>
        <source>Cheques in hand</source>
        <translation>हाथ में चेक</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>लौटे चेक</translation>
    </message>
    <message>
        <source>₹ %1 for %2, %3</source>
        <translation>₹ %1, %2 तक, %3</translation>
    </message>
    <message>
        <source>kept %1 of %2</source>
        <translation>%2 में से %1 निभाए</translation>
    </message>
    <message>
        <source>Last promise</source>
        <translation>पिछला वादा</translation>
    </message>
</context>
<context>
    <name>PartyVoucherFields</name>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Nobody is found; Alt+C adds a new party.</source>
        <translation>कोई नहीं मिला; Alt+C से नई पार्टी।</translation>
    </message>
    <message>
        <source>Amount ₹</source>
        <translation>रकम ₹</translation>
    </message>
</context>
<context>
    <name>PaymentFields</name>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Advances, used up oldest first</source>
        <translation>एडवांस, पुराने पहले कटेंगे</translation>
    </message>
    <message>
        <source>Type whom money is paid back to: open advances stand here.</source>
        <translation>किसे पैसा लौटाना है, लिखें: बाकी एडवांस यहाँ दिखेंगे।</translation>
    </message>
    <message>
        <source>No advance is open: what is paid stands on account.</source>
        <translation>कोई एडवांस बाकी नहीं: जो दिया वह खाते में रहेगा।</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 से %2</translation>
    </message>
</context>
<context>
    <name>PeriodFields</name>
    <message>
        <source>From</source>
        <translation>से</translation>
    </message>
    <message>
        <source>To</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>आखिरी तारीख पहली से पहले है।</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>See all parties</source>
        <translation>सब पार्टियाँ देखना</translation>
    </message>
    <message>
        <source>See totals of the firm</source>
        <translation>फ़र्म के जोड़ देखना</translation>
    </message>
    <message>
        <source>See the edit log</source>
        <translation>बदलावों की सूची देखना</translation>
    </message>
    <message>
        <source>Take receipts</source>
        <translation>रसीद लेना</translation>
    </message>
    <message>
        <source>Make sales</source>
        <translation>बिक्री बनाना</translation>
    </message>
    <message>
        <source>Make credit and debit notes</source>
        <translation>क्रेडिट और डेबिट नोट बनाना</translation>
    </message>
    <message>
        <source>Make journals, contra, payments</source>
        <translation>जर्नल, कॉन्ट्रा, भुगतान बनाना</translation>
    </message>
    <message>
        <source>Note promises and visits</source>
        <translation>वादे और मुलाक़ात लिखना</translation>
    </message>
    <message>
        <source>Deposit and return cheques</source>
        <translation>चेक जमा और वापस करना</translation>
    </message>
    <message>
        <source>Amend vouchers</source>
        <translation>वाउचर सुधारना</translation>
    </message>
    <message>
        <source>Cancel vouchers</source>
        <translation>वाउचर रद्द करना</translation>
    </message>
    <message>
        <source>Change and pass credit limits</source>
        <translation>उधार सीमा बदलना और लाँघना</translation>
    </message>
    <message>
        <source>Add and alter parties</source>
        <translation>पार्टी जोड़ना और बदलना</translation>
    </message>
    <message>
        <source>Add and alter items</source>
        <translation>माल जोड़ना और बदलना</translation>
    </message>
    <message>
        <source>Assign parties to agents</source>
        <translation>एजेंट को पार्टियाँ सौंपना</translation>
    </message>
    <message>
        <source>Count in agents&apos; cash</source>
        <translation>एजेंट का नकद गिनना</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>इंपोर्ट</translation>
    </message>
    <message>
        <source>Save lists as files</source>
        <translation>सूचियाँ फ़ाइल में सहेजना</translation>
    </message>
    <message>
        <source>Manage employees</source>
        <translation>कर्मचारी सँभालना</translation>
    </message>
    <message>
        <source>Manage counters</source>
        <translation>काउंटर सँभालना</translation>
    </message>
    <message>
        <source>Change the settings</source>
        <translation>सेटिंग बदलना</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Photo</source>
        <translation>फ़ोटो</translation>
    </message>
</context>
<context>
    <name>PictureBox</name>
    <message>
        <source>This photo cannot be read.</source>
        <translation>यह फ़ोटो पढ़ी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc से बंद</translation>
    </message>
    <message>
        <source>Photo %1 of %2, Right and Left turn</source>
        <translation>फ़ोटो %1, कुल %2; दाएँ-बाएँ से बदलिए</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>Pin a category</source>
        <translation>श्रेणी तय करें</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>As foretold, no pin</source>
        <translation>जैसा निकला, तय नहीं</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>कब तक</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>party&apos;s language</source>
        <translation>पार्टी की भाषा</translation>
    </message>
    <message>
        <source>outstanding bills</source>
        <translation>बकाया बिल</translation>
    </message>
    <message>
        <source>whole account</source>
        <translation>पूरा खाता</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>यहाँ सेव हुआ: %1</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>छपाई से पहले</translation>
    </message>
    <message>
        <source>print</source>
        <translation>छापें</translation>
    </message>
    <message>
        <source>save as PDF</source>
        <translation>PDF सेव करें</translation>
    </message>
    <message>
        <source>other paper</source>
        <translation>दूसरा कागज़</translation>
    </message>
    <message>
        <source>other language</source>
        <translation>दूसरी भाषा</translation>
    </message>
    <message>
        <source>save as Excel</source>
        <translation>Excel सेव करें</translation>
    </message>
    <message>
        <source>other form</source>
        <translation>दूसरा रूप</translation>
    </message>
    <message>
        <source>close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>Sales invoice</source>
        <translation>बिक्री बिल</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>हिसाब</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>बाकी</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>छप रहा है</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>छप गया</translation>
    </message>
    <message>
        <source>tries again %1</source>
        <translation>%1 पर फिर कोशिश</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>छोड़ दिया</translation>
    </message>
    <message>
        <source>at another counter</source>
        <translation>दूसरे काउंटर पर</translation>
    </message>
</context>
<context>
    <name>PrintQueue</name>
    <message>
        <source>Printed by %1.</source>
        <translation>%1 से छप गया।</translation>
    </message>
    <message>
        <source>Saved, not printed. %1</source>
        <translation>सेव हो गया, छपा नहीं। %1</translation>
    </message>
</context>
<context>
    <name>PrintQueueScreen</name>
    <message>
        <source>Print queue</source>
        <translation>छपाई</translation>
    </message>
    <message>
        <source>Nothing waits to be printed. Alt+F12 shows what was printed before.</source>
        <translation>छपने को कुछ बाकी नहीं। पहले का छपा Alt+F12 से देखें।</translation>
    </message>
    <message>
        <source>also what is over</source>
        <translation>पहले का भी</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>बाकी</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message>
        <source>Any printer of this system</source>
        <translation>सिस्टम का कोई प्रिंटर</translation>
    </message>
    <message>
        <source>Receipt roll (ESC/POS)</source>
        <translation>रसीद रोल (ESC/POS)</translation>
    </message>
    <message>
        <source>Dot matrix, plain text</source>
        <translation>डॉट मैट्रिक्स</translation>
    </message>
    <message>
        <source>PDF into a folder</source>
        <translation>फ़ोल्डर में PDF</translation>
    </message>
    <message>
        <source>System</source>
        <translation>सिस्टम</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>नेटवर्क</translation>
    </message>
    <message>
        <source>Device or port</source>
        <translation>पोर्ट</translation>
    </message>
    <message>
        <source>Raw queue</source>
        <translation>सीधी कतार</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>फ़ोल्डर</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>Sales invoice</source>
        <translation>बिक्री बिल</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>हिसाब</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>रन शीट</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <source>Printers of this machine</source>
        <translation>इस कंप्यूटर के प्रिंटर</translation>
    </message>
    <message>
        <source>Which paper goes where</source>
        <translation>कौन सा कागज़ कहाँ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>कैसे जुड़ा है</translation>
    </message>
    <message>
        <source>Address, port or folder</source>
        <translation>पता, पोर्ट या फ़ोल्डर</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>कागज़</translation>
    </message>
    <message>
        <source>Opens the cash drawer</source>
        <translation>गल्ला खोलता है</translation>
    </message>
    <message>
        <source>No</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>कागज़</translation>
    </message>
    <message>
        <source>No printer yet: papers can be seen and saved as PDF. Ctrl+N adds one.</source>
        <translation>अभी कोई प्रिंटर नहीं: कागज़ देखे और PDF में सेव किए जा सकते हैं। Ctrl+N से जोड़ें।</translation>
    </message>
    <message>
        <source>This system knows: %1</source>
        <translation>सिस्टम में हैं: %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 बदलें</translation>
    </message>
    <message>
        <source>A new printer</source>
        <translation>नया प्रिंटर</translation>
    </message>
    <message>
        <source>as the printer</source>
        <translation>प्रिंटर का अपना</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>%1, %2 min left</source>
        <translation>%1, %2 मिनट बाकी</translation>
    </message>
    <message>
        <source>%1, %2 s left</source>
        <translation>%1, %2 सेकंड बाकी</translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message>
        <source>waiting</source>
        <translation>बाक़ी</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>निभाया</translation>
    </message>
    <message>
        <source>kept in part</source>
        <translation>कुछ निभाया</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>टूटा</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में %1</translation>
    </message>
</context>
<context>
    <name>PromisesScreen</name>
    <message>
        <source>Promises</source>
        <translation>वादे</translation>
    </message>
    <message>
        <source>Nobody has promised anything yet. Alt+N notes a promise.</source>
        <translation>अभी किसी का वादा नहीं। Alt+N से वादा लिखिए।</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Pays on</source>
        <translation>कब देगा</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>Why it counts no more</source>
        <translation>क्यों नहीं गिना जाए</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>लिखें</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>of the last 60 days</source>
        <translation>पिछले 60 दिनों के</translation>
    </message>
    <message>
        <source>due by today</source>
        <translation>आज तक के</translation>
    </message>
    <message>
        <source>all that wait</source>
        <translation>सभी बाक़ी</translation>
    </message>
    <message>
        <source>broken, or kept in part</source>
        <translation>टूटे या अधूरे</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>आज के</translation>
    </message>
    <message>
        <source>Late, in their grace</source>
        <translation>देर से, मोहलत में</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>टूटे</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>%n वादा</numerusform>
            <numerusform>%n वादे</numerusform>
        </translation>
    </message>
    <message>
        <source>A party promises to pay</source>
        <translation>पार्टी देने का वादा करती है</translation>
    </message>
    <message>
        <source>Take back the promise of %1</source>
        <translation>%1 का वादा वापस लें</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Counter</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>वसूली</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>मालिक</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Receipt %1 has this reference. Ctrl+A once more saves all the same.</source>
        <translation>रसीद %1 में यही रेफ़रेंस है। फिर भी सेव करना हो तो दोबारा Ctrl+A।</translation>
    </message>
    <message>
        <source>A post-dated cheque of this number, of %1, is in the register. Ctrl+A once more saves all the same.</source>
        <translation>इस नंबर का आगे की तारीख (%1) वाला चेक रजिस्टर में पहले से है। फिर भी दर्ज करना हो तो एक बार और Ctrl+A।</translation>
    </message>
    <message>
        <source>Receipt %1 is over the same sum, of this day or a few minutes ago. Ctrl+A once more saves all the same.</source>
        <translation>रसीद %1 इसी रकम की है, आज की या कुछ मिनट पहले की। Ctrl+A फिर दबाने से दर्ज होगा।</translation>
    </message>
    <message>
        <source>Older than three months: the bank will not take it any more.</source>
        <translation>तीन महीने से पुराना: बैंक अब इसे नहीं लेगा।</translation>
    </message>
    <message>
        <source>Post-dated: it credits nobody yet. Cancel this receipt and take the cheque in anew with that date.</source>
        <translation>आगे की तारीख: अभी किसी के खाते में जमा नहीं होता। यह रसीद रद्द करें और चेक उसी तारीख से फिर लें।</translation>
    </message>
    <message>
        <source>Post-dated: it waits in the cheque register, and the party is credited when it is deposited, from %1.</source>
        <translation>आगे की तारीख: चेक रजिस्टर में रहेगा; %1 से बैंक में जमा होने पर ही पार्टी के खाते में जमा होगा।</translation>
    </message>
    <message>
        <source>Cheque %1 is in hand: ₹ %2, %3. It credits the party when it is deposited, from %4.</source>
        <translation>चेक %1 हाथ में है: ₹ %2, %3। %4 से बैंक में जमा होने पर पार्टी के खाते में जमा होगा।</translation>
    </message>
    <message>
        <source>Bills, newest first</source>
        <translation>बिल, नए पहले</translation>
    </message>
    <message>
        <source>Bills, oldest first</source>
        <translation>बिल, पुराने पहले</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>खाते में जमा</translation>
    </message>
    <message>
        <source>Advance</source>
        <translation>एडवांस</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>इसके बाद बकाया</translation>
    </message>
</context>
<context>
    <name>ReceiptFields</name>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>TDS</source>
        <translation>टीडीएस</translation>
    </message>
    <message>
        <source>Round off</source>
        <translation>राउंड ऑफ़</translation>
    </message>
    <message>
        <source>Type a party&apos;s name: its open bills stand here, oldest first.</source>
        <translation>पार्टी का नाम लिखें: उसके बाकी बिल यहाँ दिखेंगे, पुराने पहले।</translation>
    </message>
    <message>
        <source>No bill is open: what is received stays on account.</source>
        <translation>कोई बिल बाकी नहीं: जो मिलेगा वह खाते में जमा रहेगा।</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Received</source>
        <translation>कुल मिला</translation>
    </message>
    <message>
        <source>Cash before</source>
        <translation>पहले की नकदी</translation>
    </message>
    <message>
        <source>+ received in cash</source>
        <translation>+ नकद मिला</translation>
    </message>
    <message>
        <source>+ other cash, in less out</source>
        <translation>+ बाकी नकदी, आई घटा गई</translation>
    </message>
    <message>
        <source>= cash in the books</source>
        <translation>= खाते में नकदी</translation>
    </message>
    <message>
        <source>C begins the count of the drawer.</source>
        <translation>C से गल्ला गिनना शुरू करें।</translation>
    </message>
    <message>
        <source>The drawer agrees ✓</source>
        <translation>गल्ला मिल गया ✓</translation>
    </message>
    <message>
        <source>%1 is missing in the drawer.</source>
        <translation>गल्ले में %1 कम है।</translation>
    </message>
    <message>
        <source>%1 is too much in the drawer.</source>
        <translation>गल्ले में %1 ज़्यादा है।</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Collection register</source>
        <translation>वसूली रजिस्टर</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>All modes</source>
        <translation>सभी माध्यम</translation>
    </message>
    <message>
        <source>Counted ₹</source>
        <translation>गिना ₹</translation>
    </message>
    <message>
        <source>Nothing was received: %1. F6 records a receipt; F2 shows another day, Alt+F2 a period.</source>
        <translation>%1: कुछ नहीं मिला। F6 से रसीद बनाएँ; F2 से दूसरी तारीख, Alt+F2 से अवधि।</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>दिन के हिसाब से</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>रसीदें</translation>
    </message>
</context>
<context>
    <name>Reminding</name>
    <message>
        <source>%1 is promised by %2.</source>
        <translation>%2 तक %1 का वादा है।</translation>
    </message>
    <message>
        <source>Remind all the same?</source>
        <translation>फिर भी याद दिलाएँ?</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>याद दिलाएँ</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>The party was reminded on %1.</source>
        <translation>पार्टी को %1 को याद दिलाया गया था।</translation>
    </message>
    <message>
        <source>%1 reminded the party on %2.</source>
        <translation>%1 ने %2 को पार्टी को याद दिलाया था।</translation>
    </message>
</context>
<context>
    <name>ReportHead</name>
    <message>
        <source>All beats</source>
        <translation>सब बीट</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>तारीख को</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Control total ₹</source>
        <translation>मिलान की रकम ₹</translation>
    </message>
    <message>
        <source>Rows to look at</source>
        <translation>देखने की पंक्तियाँ</translation>
    </message>
    <message>
        <source>Every row was understood; nothing is left out.</source>
        <translation>हर पंक्ति समझ में आई; कुछ नहीं छूटा।</translation>
    </message>
</context>
<context>
    <name>Risk</name>
    <message>
        <source>Safe</source>
        <translation>सुरक्षित</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>नज़र रखें</translation>
    </message>
    <message>
        <source>Risky</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>निष्क्रिय</translation>
    </message>
    <message>
        <source>New</source>
        <translation>नया</translation>
    </message>
    <message>
        <source>Frequent</source>
        <translation>नियमित</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>अनियमित</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>देर से</translation>
    </message>
    <message>
        <source>not enough history: ageing only, no scores yet</source>
        <translation>इतिहास कम है: केवल उम्र, अंक अभी नहीं</translation>
    </message>
    <message>
        <source>by payment habits</source>
        <translation>भुगतान की आदतों से</translation>
    </message>
    <message>
        <source>by payment habits and what was learned here</source>
        <translation>भुगतान की आदतों और यहाँ की सीख से</translation>
    </message>
    <message>
        <source>Scores are being worked out in the background.</source>
        <translation>अंक पीछे निकाले जा रहे हैं।</translation>
    </message>
    <message>
        <source>The shop&apos;s history is being learned anew.</source>
        <translation>दुकान का इतिहास फिर सीखा जा रहा है।</translation>
    </message>
    <message>
        <source>Going back to what was learned before.</source>
        <translation>पिछली सीख पर लौट रहे हैं।</translation>
    </message>
    <message>
        <source>now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>Remind: %1, %2</source>
        <translation>याद दिलाएँ: %1, %2</translation>
    </message>
    <message>
        <source>As of %1, %2</source>
        <translation>%1 तक, %2</translation>
    </message>
    <message>
        <source>Score: chance of a bill more than %1 days overdue within %2 days</source>
        <translation>अंक: %2 दिन में कोई बिल %1 दिन से ज़्यादा लेट होने की संभावना</translation>
    </message>
    <message>
        <source>Nothing was worked out yet. It is done once a day while nobody works at this counter; Ctrl+R does it now.</source>
        <translation>अभी कुछ नहीं निकाला गया। यह दिन में एक बार होता है, जब इस काउंटर पर कोई काम न कर रहा हो; Ctrl+R से अभी।</translation>
    </message>
    <message>
        <source>Not enough history: nobody has a bill yet. F8 begins a sale; scores come once 15 bills were paid.</source>
        <translation>इतिहास कम है: अभी किसी का बिल नहीं। F8 से बिक्री; 15 बिल चुकने पर अंक आएँगे।</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, तय की हुई</translation>
    </message>
    <message>
        <source>Pinned until %1: %2</source>
        <translation>%1 तक तय: %2</translation>
    </message>
    <message>
        <source>Why the score is %1</source>
        <translation>अंक %1 क्यों</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>%1 क्यों</translation>
    </message>
    <message>
        <source>%1 since %2, before that %3</source>
        <translation>%2 से %1, उससे पहले %3</translation>
    </message>
</context>
<context>
    <name>RiskCard</name>
    <message>
        <source>Expect %1 by %2</source>
        <translation>%2 तक %1 की उम्मीद</translation>
    </message>
</context>
<context>
    <name>RiskModelScreen</name>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>What was learned, tried on the last 60 days</source>
        <translation>क्या सीखा, पिछले 60 दिन पर परखा</translation>
    </message>
    <message>
        <source>Foretold, and what came</source>
        <translation>कहा, और हुआ</translation>
    </message>
    <message>
        <source>Nothing was learned yet; payment habits alone are used. The first lesson comes by itself, Alt+L begins it now.</source>
        <translation>अभी कुछ नहीं सीखा; केवल भुगतान की आदतें काम में हैं। पहली सीख अपने आप होगी, Alt+L से अभी।</translation>
    </message>
    <message>
        <source>as foretold</source>
        <translation>जैसा कहा</translation>
    </message>
    <message>
        <source>Across: the chance that was foretold. Up: how many went late. Dots on the line were right; a larger dot stands for more cases.</source>
        <translation>आड़े: कही गई संभावना। खड़े: कितने लेट हुए। रेखा पर बिंदु सही थे; बड़ा बिंदु ज़्यादा मामले।</translation>
    </message>
</context>
<context>
    <name>RiskPage</name>
    <message>
        <source>How risk is worked out</source>
        <translation>जोखिम कैसे निकलता है</translation>
    </message>
    <message>
        <source>Counter that works it out</source>
        <translation>कौन सा काउंटर निकाले</translation>
    </message>
    <message>
        <source>Bill overdue by more than, days</source>
        <translation>बिल इतने दिन से ज़्यादा लेट</translation>
    </message>
    <message>
        <source>within the next, days</source>
        <translation>अगले इतने दिन में</translation>
    </message>
    <message>
        <source>Calls a day, if counted</source>
        <translation>दिन के फ़ोन, अगर गिनते हों</translation>
    </message>
    <message>
        <source>One counter of the firm works out the scores once a day, while nobody works at it; all others show the same. A score is the chance of a bill so many days overdue within so many days. With fewer calls a day, reminders begin later. Other days are learned anew with the next working out.</source>
        <translation>फ़र्म का एक काउंटर दिन में एक बार, जब उस पर कोई काम न कर रहा हो, अंक निकालता है; बाकी सब वही दिखाते हैं। अंक है: इतने दिन में किसी बिल के इतने दिन लेट होने की संभावना। दिन में कम फ़ोन हों तो याद दिलाना देर से शुरू होता है। दिन बदलें तो अगली बार नए सिरे से सीखा जाता है।</translation>
    </message>
    <message>
        <source>The firm&apos;s first</source>
        <translation>फ़र्म का पहला</translation>
    </message>
</context>
<context>
    <name>RiskScreen</name>
    <message>
        <source>All</source>
        <translation>सब</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n पार्टी</numerusform>
            <numerusform>%n पार्टियाँ</numerusform>
        </translation>
    </message>
    <message>
        <source>by name</source>
        <translation>नाम से</translation>
    </message>
    <message>
        <source>riskiest first</source>
        <translation>सबसे जोखिम पहले</translation>
    </message>
    <message>
        <source>No party is of this category and pays like this; Alt+F12 chooses another.</source>
        <translation>इस श्रेणी और ऐसे भुगतान की कोई पार्टी नहीं; Alt+F12 से दूसरी चुनें।</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Admin</source>
        <translation>एडमिन</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>क्लर्क</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>एजेंट</translation>
    </message>
    <message>
        <source>Accountant</source>
        <translation>मुनीम</translation>
    </message>
</context>
<context>
    <name>RunSheetScreen</name>
    <message>
        <source>Run sheet</source>
        <translation>रन शीट</translation>
    </message>
    <message>
        <source>Choose a run sheet in the list of run sheets.</source>
        <translation>रन शीट की सूची में से एक चुनिए।</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>क्या हुआ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>How</source>
        <translation>कैसे</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Pays on</source>
        <translation>कब देगा</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>लिखें</translation>
    </message>
    <message>
        <source>Run sheet %1</source>
        <translation>रन शीट %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खुली</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>मिलना चाहिए</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>आया</translation>
    </message>
    <message>
        <source>Rows without outcome</source>
        <translation>बिना नतीजे की लाइनें</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>बंद हुई</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>यह शीट</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>लाइन %1: %2</translation>
    </message>
</context>
<context>
    <name>RunSheetsScreen</name>
    <message>
        <source>Run sheets</source>
        <translation>रन शीट</translation>
    </message>
    <message>
        <source>No run sheet was issued yet. Alt+N issues one for an agent.</source>
        <translation>अभी कोई रन शीट नहीं। Alt+N से एजेंट की शीट बनाइए।</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>एजेंट</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>शीट दें</translation>
    </message>
    <message>
        <source>Open sheets</source>
        <translation>खुली शीट</translation>
    </message>
    <message>
        <source>Expected by them</source>
        <translation>उनसे मिलना चाहिए</translation>
    </message>
    <message>
        <source>Came so far</source>
        <translation>अब तक आया</translation>
    </message>
    <message>
        <source>all parties of the agent</source>
        <translation>एजेंट की सब पार्टियाँ</translation>
    </message>
    <message>
        <source>There are no employees yet; add the agent first.</source>
        <translation>अभी कोई कर्मचारी नहीं; पहले एजेंट जोड़िए।</translation>
    </message>
    <message>
        <source>Issue a run sheet</source>
        <translation>रन शीट बनाएँ</translation>
    </message>
</context>
<context>
    <name>SaleFields</name>
    <message>
        <source>Sale</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>देय तारीख</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>ऑर्डर नंबर</translation>
    </message>
    <message>
        <source>Received, cash</source>
        <translation>नकद मिला</translation>
    </message>
</context>
<context>
    <name>SaleScreen</name>
    <message>
        <source>Ctrl+A once more saves all the same.</source>
        <translation>Ctrl+A फिर दबाने से फिर भी दर्ज होगा।</translation>
    </message>
    <message>
        <source>Promised ₹ %1 by %2</source>
        <translation>वादा ₹ %1, %2 तक</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>Save as: .xlsx for Excel, .pdf for paper, .csv. Enter saves, Esc does not.</source>
        <translation>किस नाम से रखें: Excel के लिए .xlsx, काग़ज़ के लिए .pdf, या .csv. Enter से रखें, Esc से नहीं।</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Home</source>
        <translation>होम</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>पार्टियाँ</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>UPI code</source>
        <translation>UPI कोड</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>भुगतान</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>क्रेडिट नोट</translation>
    </message>
    <message>
        <source>Debit note</source>
        <translation>डेबिट नोट</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>जर्नल</translation>
    </message>
    <message>
        <source>Contra</source>
        <translation>कॉन्ट्रा</translation>
    </message>
    <message>
        <source>Set off</source>
        <translation>जमा मिलाना</translation>
    </message>
    <message>
        <source>Opening bill</source>
        <translation>शुरुआती बिल</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>सुधारना</translation>
    </message>
    <message>
        <source>New party</source>
        <translation>नई पार्टी</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>छपाई</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>हिसाब</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>बकाया सूची</translation>
    </message>
    <message>
        <source>Ageing</source>
        <translation>कितना पुराना</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>इंपोर्ट</translation>
    </message>
    <message>
        <source>Day book</source>
        <translation>रोज़नामचा</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>वाउचर</translation>
    </message>
    <message>
        <source>Today&apos;s calls</source>
        <translation>आज के फ़ोन</translation>
    </message>
    <message>
        <source>Collection register</source>
        <translation>वसूली रजिस्टर</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>वादे</translation>
    </message>
    <message>
        <source>Cheque register</source>
        <translation>चेक रजिस्टर</translation>
    </message>
    <message>
        <source>Run sheets</source>
        <translation>रन शीट</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>रन शीट</translation>
    </message>
    <message>
        <source>Cash hand-over</source>
        <translation>नक़द सुपुर्दगी</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>ध्यान दें</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>Party&apos;s risk</source>
        <translation>पार्टी का जोखिम</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>अनुमान</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>वर्ग</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>एजेंट</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>पार्टी किसकी</translation>
    </message>
    <message>
        <source>Beats</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Edit log</source>
        <translation>बदलावों की सूची</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>साइन-इन</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>फ़र्में</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>मदद</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>has paid less than three times</source>
        <translation>तीन बार से कम चुकाया</translation>
    </message>
    <message>
        <source>pays at least about once a month</source>
        <translation>महीने में लगभग एक बार चुकाती है</translation>
    </message>
    <message>
        <source>pays seldom, or has been silent</source>
        <translation>कम चुकाती है, या चुप है</translation>
    </message>
    <message>
        <source>pays more than a third of its bills late</source>
        <translation>तिहाई से ज़्यादा बिल देर से</translation>
    </message>
</context>
<context>
    <name>SegmentsScreen</name>
    <message>
        <source>Segments</source>
        <translation>वर्ग</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>कुल</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>More is set against bills than was received; lower one of the amounts.</source>
        <translation>मिली रकम से ज़्यादा बिलों पर लगा है; कोई रकम घटाएँ।</translation>
    </message>
    <message>
        <source>This party&apos;s bills are not kept one by one; what is received stays on account.</source>
        <translation>इस पार्टी के बिल अलग-अलग नहीं रखे जाते; जो मिला वह खाते में जमा रहता है।</translation>
    </message>
    <message>
        <source>A post-dated cheque settles by its own amount only; give discount, TDS or round-off by a credit note.</source>
        <translation>आगे की तारीख का चेक केवल अपनी रकम चुकाता है; छूट, TDS या राउंड ऑफ़ क्रेडिट नोट से दें।</translation>
    </message>
    <message>
        <source>A post-dated cheque opens no advance before its day; Ctrl+H takes that back.</source>
        <translation>आगे की तारीख का चेक अपनी तारीख से पहले एडवांस नहीं बनाता; Ctrl+H से एडवांस हटाइए।</translation>
    </message>
    <message>
        <source>Type the place of a file or a folder first.</source>
        <translation>पहले फ़ाइल या फ़ोल्डर की जगह लिखें।</translation>
    </message>
    <message>
        <source>Say why this import is undone; it is kept for good.</source>
        <translation>इंपोर्ट क्यों वापस ले रहे हैं, लिखें; यह हमेशा दर्ज रहेगा।</translation>
    </message>
    <message>
        <source>This import is undone already.</source>
        <translation>यह इंपोर्ट पहले ही वापस लिया जा चुका है।</translation>
    </message>
    <message>
        <source>Nothing is new in these files, so there is nothing to write.</source>
        <translation>इन फ़ाइलों में कुछ नया नहीं, लिखने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>No row is rejected, so there is nothing to save.</source>
        <translation>कोई पंक्ति नहीं छूटी, सेव करने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>The control total differs. Look at the rejected rows, or correct the total.</source>
        <translation>मिलान की रकम अलग है। छूटी पंक्तियाँ देखें, या रकम ठीक करें।</translation>
    </message>
    <message>
        <source>Say in a few words why; the reason stays in the books.</source>
        <translation>थोड़े शब्दों में कारण लिखें; कारण खाते में दर्ज रहेगा।</translation>
    </message>
    <message>
        <source>Nothing is changed yet; Esc leaves it as it is.</source>
        <translation>अभी कुछ बदला नहीं है; Esc से जैसा है वैसा रहेगा।</translation>
    </message>
    <message>
        <source>This voucher is cancelled; it stays in the books as it is.</source>
        <translation>यह वाउचर रद्द है; खाते में ऐसे ही रहेगा।</translation>
    </message>
    <message>
        <source>This is the first voucher in the books.</source>
        <translation>यह खाते का पहला वाउचर है।</translation>
    </message>
    <message>
        <source>This is the last voucher in the books.</source>
        <translation>यह खाते का आखिरी वाउचर है।</translation>
    </message>
    <message>
        <source>Only receipts and sales invoices have a paper of their own.</source>
        <translation>कागज़ केवल रसीद और बिक्री बिल का छपता है।</translation>
    </message>
    <message>
        <source>This voucher is cancelled; there is no paper of it any more.</source>
        <translation>यह वाउचर रद्द है; अब इसका कागज़ नहीं छपेगा।</translation>
    </message>
    <message>
        <source>No printer is set up; choose one in the settings.</source>
        <translation>कोई प्रिंटर नहीं लगा है; सेटिंग में एक चुनें।</translation>
    </message>
    <message>
        <source>Type whose statement it is, and press Enter.</source>
        <translation>किसका हिसाब चाहिए, नाम लिखकर Enter दबाएँ।</translation>
    </message>
    <message>
        <source>The statement is on its way to the printer.</source>
        <translation>हिसाब छपने जा रहा है।</translation>
    </message>
    <message>
        <source>Nothing can be printed here; Alt+E saves the statement as a file.</source>
        <translation>यहाँ छपाई नहीं हो सकती; Alt+E से हिसाब फ़ाइल में रखें।</translation>
    </message>
    <message>
        <source>This line has no number; look for its voucher in the day book.</source>
        <translation>इस लाइन का नंबर नहीं है; वाउचर रोज़नामचे में देखें।</translation>
    </message>
    <message>
        <source>This bill is not open any more; the statement is being read again.</source>
        <translation>यह बिल अब बाकी नहीं है; हिसाब फिर से देखा जा रहा है।</translation>
    </message>
    <message>
        <source>Type what is sold, how many and at which rate.</source>
        <translation>क्या बिका, कितना और किस भाव पर, लिखें।</translation>
    </message>
    <message>
        <source>Type the amount; Ctrl+H lists goods instead.</source>
        <translation>रकम लिखें; Ctrl+H से माल लिखें।</translation>
    </message>
    <message>
        <source>Type whose voucher it is, and press Enter.</source>
        <translation>किस पार्टी का वाउचर है, लिखें और Enter दबाएँ।</translation>
    </message>
    <message>
        <source>A journal needs at least one debit and one credit.</source>
        <translation>जर्नल में कम से कम एक नाम और एक जमा चाहिए।</translation>
    </message>
    <message>
        <source>Type the amount of the line.</source>
        <translation>लाइन की रकम लिखें।</translation>
    </message>
    <message>
        <source>Debit and credit differ. Type the line that is missing, or correct one.</source>
        <translation>नाम और जमा बराबर नहीं। छूटी लाइन लिखें या कोई सुधारें।</translation>
    </message>
    <message>
        <source>More is set against bills than the note comes to; lower one of the amounts.</source>
        <translation>बिलों पर नोट से ज़्यादा लगा है; कोई रकम घटाएँ।</translation>
    </message>
    <message>
        <source>The firm is saved; every paper shows it from now on.</source>
        <translation>फ़र्म सेव हुई; अब हर कागज़ पर यही आएगा।</translation>
    </message>
    <message>
        <source>Saved; what it permits holds at once.</source>
        <translation>सहेजा गया; अधिकार अभी से लागू हैं।</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>You are the admin. From now on everybody signs in; Ctrl+L signs you out.</source>
        <translation>आप एडमिन हैं। अब से सब साइन इन करेंगे; Ctrl+L से साइन आउट।</translation>
    </message>
    <message>
        <source>The first admin needs a password; nobody else could set one later.</source>
        <translation>पहले एडमिन को पासवर्ड चाहिए; बाद में कोई और नहीं बना सकेगा।</translation>
    </message>
    <message>
        <source>Has left and signs in no more; the parties were handed over.</source>
        <translation>काम छोड़ दिया, अब साइन इन नहीं होगा; पार्टियाँ दूसरे को दे दी गईं।</translation>
    </message>
    <message>
        <source>The printer is saved on this machine.</source>
        <translation>प्रिंटर इस कंप्यूटर पर सेव हुआ।</translation>
    </message>
    <message>
        <source>The printer is taken away; its papers have none.</source>
        <translation>प्रिंटर हटाया; उसके कागज़ों का अब कोई प्रिंटर नहीं।</translation>
    </message>
    <message>
        <source>The branch is added; reports can be asked for it from now on.</source>
        <translation>शाखा जुड़ गई; अब से रिपोर्ट इसकी भी देख सकते हैं।</translation>
    </message>
    <message>
        <source>Saved for this document.</source>
        <translation>इस कागज़ के लिए सेव हुआ।</translation>
    </message>
    <message>
        <source>Type the firm&apos;s name, as it stands on its papers.</source>
        <translation>फ़र्म का नाम लिखें, जैसा कागज़ों पर है।</translation>
    </message>
    <message>
        <source>Type the place of a file that ends in .collectiq.</source>
        <translation>.collectiq वाली फ़ाइल की जगह लिखें।</translation>
    </message>
    <message>
        <source>These books are open here already.</source>
        <translation>यह बही यहाँ पहले से खुली है।</translation>
    </message>
    <message>
        <source>There are no books open yet. Make new ones, or open books you have.</source>
        <translation>अभी कोई बही नहीं खुली है। नई बनाएँ, या अपनी बही खोलें।</translation>
    </message>
    <message>
        <source>More is received than this bill comes to. Take the rest as a receipt, with F6.</source>
        <translation>इस बिल से ज़्यादा मिला है। बाकी F6 से रसीद में लें।</translation>
    </message>
    <message>
        <source>Joined. Everything is being sent and fetched now; go on working meanwhile.</source>
        <translation>जुड़ गए। अब सब भेजा और मँगाया जा रहा है; तब तक काम करते रहिए।</translation>
    </message>
    <message>
        <source>The books go on here, with new numbers. Ask head office for a code, so that they are sent.</source>
        <translation>बही यहाँ नए नंबरों के साथ चलती हैं। भेजने के लिए हेड ऑफिस से कोड माँगिए।</translation>
    </message>
    <message>
        <source>Written. Head office or another counter takes it in.</source>
        <translation>लिख दिया। हेड ऑफिस या दूसरा काउंटर इसे ले लेगा।</translation>
    </message>
    <message>
        <source>Everything was sent; there is nothing to write.</source>
        <translation>सब भेजा जा चुका है; लिखने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Worked out anew, and every check passed.</source>
        <translation>नए सिरे से जोड़ा, हर जाँच ठीक निकली।</translation>
    </message>
    <message>
        <source>Asking head office.</source>
        <translation>हेड ऑफिस से पूछ रहे हैं।</translation>
    </message>
    <message>
        <source>Type the code that head office gave for this counter.</source>
        <translation>हेड ऑफिस ने इस काउंटर का जो कोड दिया, वह लिखिए।</translation>
    </message>
    <message>
        <source>Type the address of head office, as it stands beside the code.</source>
        <translation>हेड ऑफिस का पता लिखिए, जो कोड के साथ लिखा है।</translation>
    </message>
    <message>
        <source>This party has paid nothing ahead. F6 takes money; what no bill takes is then paid ahead.</source>
        <translation>इस पार्टी का पहले से कुछ जमा नहीं है। F6 से पैसा लें; जो बिलों से बचे वह पहले से जमा रहेगा।</translation>
    </message>
    <message>
        <source>No bill of this party is open: what is paid ahead waits for the next one.</source>
        <translation>इस पार्टी का कोई बिल बाकी नहीं: पहले से जमा पैसा अगले बिल के लिए रहेगा।</translation>
    </message>
    <message>
        <source>The bills chosen take less than this. Set it against more bills, or lower it.</source>
        <translation>चुने हुए बिलों में इतना नहीं लगता। और बिल चुनें, या रकम घटाएँ।</translation>
    </message>
    <message>
        <source>More is set against bills than the amount; lower one of the parts, or raise it.</source>
        <translation>बिलों में रकम से ज़्यादा लगा है; किसी बिल की रकम घटाएँ, या रकम बढ़ाएँ।</translation>
    </message>
    <message>
        <source>A bill with this number is open already. Ctrl+A once more saves all the same.</source>
        <translation>इस नंबर का बिल पहले से बाकी है। Ctrl+A फिर दबाने से फिर भी दर्ज होगा।</translation>
    </message>
    <message>
        <source>Choose your name in the list.</source>
        <translation>सूची में अपना नाम चुनिए।</translation>
    </message>
    <message>
        <source>Type your PIN or password.</source>
        <translation>अपना PIN या पासवर्ड डालिए।</translation>
    </message>
    <message>
        <source>The two PINs differ; type the same twice.</source>
        <translation>दोनों PIN अलग हैं; दो बार एक जैसा डालिए।</translation>
    </message>
    <message>
        <source>The PIN is set on this machine; it signs you in from now on.</source>
        <translation>इस मशीन पर PIN बन गया; अब से इसी से साइन इन होगा।</translation>
    </message>
    <message>
        <source>The code is used up: save a new password here, and Alt+K makes a new code.</source>
        <translation>कोड इस्तेमाल हो गया: यहाँ नया पासवर्ड सहेजिए, और Alt+K से नया कोड बनाइए।</translation>
    </message>
    <message>
        <source>Saved. The next scores are made so; Ctrl+R on the risk screen makes them now.</source>
        <translation>सहेजा। अगले अंक ऐसे निकलेंगे; जोखिम स्क्रीन पर Ctrl+R से अभी।</translation>
    </message>
    <message>
        <source>The run sheet is on its way to the printer.</source>
        <translation>रन शीट प्रिंटर को भेजी जा रही है।</translation>
    </message>
    <message>
        <source>Nothing can be printed here.</source>
        <translation>यहाँ कुछ छप नहीं सकता।</translation>
    </message>
    <message>
        <source>Saved; sheets and phones go in this order from now on.</source>
        <translation>सेव हुआ; अब से रन शीट और फ़ोन इसी क्रम पर चलेंगे।</translation>
    </message>
    <message>
        <source>This beat is not saved: Ctrl+A saves it, Esc throws the changes away.</source>
        <translation>यह बीट सेव नहीं हुई: Ctrl+A से सेव, Esc से बदलाव हट जाएँगे।</translation>
    </message>
    <message>
        <source>Saved; it holds from now on.</source>
        <translation>सहेजा गया; अभी से लागू है।</translation>
    </message>
    <message>
        <source>The first admin gets a recovery code; add one first.</source>
        <translation>रिकवरी कोड पहले एडमिन को मिलता है; पहले उसे जोड़िए।</translation>
    </message>
</context>
<context>
    <name>SetOffFields</name>
    <message>
        <source>Set off</source>
        <translation>जमा मिलाना</translation>
    </message>
    <message>
        <source>Type a party&apos;s name: money it paid ahead goes to its oldest bills.</source>
        <translation>पार्टी का नाम लिखें: पहले से जमा पैसा उसके सबसे पुराने बिलों में लगेगा।</translation>
    </message>
    <message>
        <source>No bill is open: what is paid ahead waits for the next one.</source>
        <translation>कोई बिल बाकी नहीं: पहले से जमा पैसा अगले बिल के लिए रहेगा।</translation>
    </message>
    <message>
        <source>From advances %1, from on account %2. Stays ahead: %3.</source>
        <translation>एडवांस से %1, खाते की जमा से %2। बचा रहेगा: %3।</translation>
    </message>
</context>
<context>
    <name>SetOffScreen</name>
    <message>
        <source>Set off ₹ %1 of %2, by journal %3. The balance stays %4.</source>
        <translation>%2 के ₹ %1 बिलों में मिलाए, जर्नल %3। बकाया वही: %4।</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>फ़र्म</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>This user</source>
        <translation>मेरी पसंद</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>शाखाएँ</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>ताला</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेव</translation>
    </message>
    <message>
        <source>Not saved. Esc once more leaves without saving; Ctrl+A saves.</source>
        <translation>सेव नहीं हुई। दोबारा Esc से बिना सेव निकलें; Ctrl+A से सेव।</translation>
    </message>
</context>
<context>
    <name>SheetField</name>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>दूसरा नाम</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>पिन कोड</translation>
    </message>
    <message>
        <source>State</source>
        <translation>हाल</translation>
    </message>
    <message>
        <source>GSTIN</source>
        <translation>GSTIN</translation>
    </message>
    <message>
        <source>PAN</source>
        <translation>PAN</translation>
    </message>
    <message>
        <source>Credit days</source>
        <translation>उधार के दिन</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>उधार की सीमा</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>शुरुआती बकाया</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>जमा</translation>
    </message>
    <message>
        <source>Dr or Cr</source>
        <translation>नाम या जमा</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>संपर्क व्यक्ति</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>समूह</translation>
    </message>
    <message>
        <source>Beat</source>
        <translation>बीट</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Kept bill by bill</source>
        <translation>बिल-वार हिसाब</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>देय तारीख</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>Taxable value</source>
        <translation>कर योग्य रकम</translation>
    </message>
    <message>
        <source>CGST</source>
        <translation>CGST</translation>
    </message>
    <message>
        <source>SGST</source>
        <translation>SGST</translation>
    </message>
    <message>
        <source>IGST</source>
        <translation>IGST</translation>
    </message>
    <message>
        <source>Cess</source>
        <translation>सेस</translation>
    </message>
    <message>
        <source>Round off</source>
        <translation>राउंड ऑफ़</translation>
    </message>
    <message>
        <source>Place of supply</source>
        <translation>सप्लाई की जगह</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>इकाई</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>HSN</source>
        <translation>HSN</translation>
    </message>
    <message>
        <source>Amount of the item</source>
        <translation>माल की रकम</translation>
    </message>
    <message>
        <source>GST rate</source>
        <translation>GST दर</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>UTR / reference</source>
        <translation>UTR / रेफ़रेंस</translation>
    </message>
    <message>
        <source>Against bill</source>
        <translation>किस बिल पर</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>छूट</translation>
    </message>
    <message>
        <source>TDS</source>
        <translation>टीडीएस</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>भुगतान की तारीख</translation>
    </message>
    <message>
        <source>Days until paid</source>
        <translation>कितने दिन में चुकाया</translation>
    </message>
    <message>
        <source>Paid amount</source>
        <translation>चुकाई रकम</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>अब भी बकाया</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Entered on</source>
        <translation>दर्ज तारीख</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>%1 can only be read: nothing can be saved. Allow writing to the file and its folder, or open other books with F3.</source>
        <translation>%1 सिर्फ़ पढ़ी जा सकती है: कुछ सेव नहीं होगा। फ़ाइल और फ़ोल्डर में लिखने की अनुमति दें, या F3 से दूसरी बही खोलें।</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>A PIN for this machine</source>
        <translation>इस मशीन के लिए PIN</translation>
    </message>
    <message>
        <source>4 to 8 digits sign you in faster here. Esc goes on without one.</source>
        <translation>4 से 8 अंकों से यहाँ जल्दी साइन इन होगा। Esc से बिना PIN आगे।</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>PIN बनाएँ</translation>
    </message>
    <message>
        <source>Who works here now?</source>
        <translation>अभी कौन काम कर रहा है?</translation>
    </message>
    <message>
        <source>Choose your name, then type your PIN or password.</source>
        <translation>अपना नाम चुनिए, फिर PIN या पासवर्ड डालिए।</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>साइन इन</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>PIN या पासवर्ड</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>नया PIN</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>वही PIN फिर से</translation>
    </message>
    <message>
        <source>These books have no employees yet.</source>
        <translation>इन बहियों में अभी कोई कर्मचारी नहीं।</translation>
    </message>
    <message>
        <source>Choose a name. In these books to try things on, everybody’s password is “%1”.</source>
        <translation>नाम चुनिए। आज़माने की इन बहियों में सबका पासवर्ड “%1” है।</translation>
    </message>
</context>
<context>
    <name>SignIns</name>
    <message>
        <source>PIN or password was right</source>
        <translation>PIN या पासवर्ड सही था</translation>
    </message>
    <message>
        <source>PIN or password was wrong</source>
        <translation>PIN या पासवर्ड ग़लत था</translation>
    </message>
    <message>
        <source>wrong once too often, must wait</source>
        <translation>बार-बार ग़लत, रुकना होगा</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>साइन आउट किया</translation>
    </message>
</context>
<context>
    <name>SignInsScreen</name>
    <message>
        <source>Sign-ins</source>
        <translation>साइन-इन</translation>
    </message>
    <message>
        <source>at this counter, the newest first</source>
        <translation>इस काउंटर पर, सबसे नया पहले</translation>
    </message>
    <message>
        <source>Nobody has signed in here yet.</source>
        <translation>यहाँ अभी किसी ने साइन इन नहीं किया।</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>सही</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>ग़लत</translation>
    </message>
</context>
<context>
    <name>StatementFields</name>
    <message>
        <source>Statement</source>
        <translation>हिसाब</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Nobody is found; check the spelling.</source>
        <translation>कोई नहीं मिला; नाम जाँचें।</translation>
    </message>
    <message>
        <source>From</source>
        <translation>कहाँ से</translation>
    </message>
    <message>
        <source>To</source>
        <translation>कहाँ को</translation>
    </message>
    <message>
        <source>Type a party&apos;s name, code or phone: its account stands here, line by line. Ctrl+H shows its open bills, Ctrl+P the paper.</source>
        <translation>पार्टी का नाम, कोड या फ़ोन लिखें: उसका पूरा हिसाब यहाँ दिखेगा। Ctrl+H से खुले बिल, Ctrl+P से काग़ज़।</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>अंतिम बाकी</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>Opening balance</source>
        <translation>शुरू का बाकी</translation>
    </message>
    <message>
        <source>Closing balance</source>
        <translation>अंतिम बाकी</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>लेट बकाया</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>खाते में जमा</translation>
    </message>
    <message>
        <source>Account from %1 to %2</source>
        <translation>%1 से %2 तक का खाता</translation>
    </message>
    <message>
        <source>Bills open on %2</source>
        <translation>%2 को खुले बिल</translation>
    </message>
    <message>
        <source>Nothing was posted in this period. Alt+F2 chooses another.</source>
        <translation>इस अवधि में कुछ नहीं हुआ। Alt+F2 से दूसरी अवधि चुनें।</translation>
    </message>
    <message>
        <source>No bill is open on the last day.</source>
        <translation>आख़िरी तारीख को कोई बिल बाकी नहीं।</translation>
    </message>
</context>
<context>
    <name>StatementScreen</name>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 में रख दिया।</translation>
    </message>
</context>
<context>
    <name>StatusFeed</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n पर ध्यान दें</numerusform>
            <numerusform>%n पर ध्यान दें</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SumFields</name>
    <message>
        <source>Goods</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>Open bills</source>
        <translation>बाकी बिल</translation>
    </message>
    <message>
        <source>Type a party&apos;s name: its open bills stand here. Ctrl+H lists goods.</source>
        <translation>पार्टी का नाम लिखें: उसके बाकी बिल यहाँ दिखेंगे। Ctrl+H से माल लिखें।</translation>
    </message>
    <message>
        <source>No bill is open.</source>
        <translation>कोई बिल बाकी नहीं।</translation>
    </message>
    <message>
        <source>Over the limit by %1</source>
        <translation>लिमिट से %1 ज़्यादा</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>alone, not connected</source>
        <translation>अकेली बही, जुड़ी नहीं</translation>
    </message>
    <message>
        <source>moved here? see Sync</source>
        <translation>यहाँ लाए? मिलान देखें</translation>
    </message>
    <message>
        <source>line down since %1</source>
        <translation>%1 से लाइन बंद</translation>
    </message>
    <message>
        <source>not exchanged since %1</source>
        <translation>%1 से मिलान नहीं</translation>
    </message>
    <message>
        <source>refused since %1, see Sync</source>
        <translation>%1 से मना, मिलान देखें</translation>
    </message>
    <message>
        <source>this counter is revoked</source>
        <translation>यह काउंटर बंद किया गया</translation>
    </message>
    <message>
        <source>no key, see Sync</source>
        <translation>चाबी नहीं, मिलान देखें</translation>
    </message>
    <message>
        <source>sums differ, see Sync</source>
        <translation>जोड़ अलग, मिलान देखें</translation>
    </message>
    <message>
        <source>sending %1 of %2</source>
        <translation>%2 में से %1 भेजे</translation>
    </message>
    <message>
        <source>fetching %1 of %2</source>
        <translation>%2 में से %1 आए</translation>
    </message>
    <message>
        <source>exchanging</source>
        <translation>मिलान हो रहा है</translation>
    </message>
    <message>
        <source>update needed</source>
        <translation>अपडेट चाहिए</translation>
    </message>
    <message>
        <source>exchanged %1</source>
        <translation>%1 पर मिलान</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>बराबर</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>अलग</translation>
    </message>
    <message>
        <source>all</source>
        <translation>सब</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>head office</source>
        <translation>हेड ऑफिस</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>यही</translation>
    </message>
</context>
<context>
    <name>SyncFeed</name>
    <message numerus="yes">
        <source>%n entries not yet sent, oldest %1</source>
        <translation>
            <numerusform>%n प्रविष्टि नहीं गई, सबसे पुरानी %1</numerusform>
            <numerusform>%n प्रविष्टियाँ नहीं गईं, सबसे पुरानी %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncForm</name>
    <message>
        <source>Sync</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Not yet sent</source>
        <translation>जो नहीं गया</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>रुके हुए</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>No voucher in these days. Ctrl+PgUp shows the days before.</source>
        <translation>इन दिनों में कोई वाउचर नहीं। Ctrl+PgUp से पहले के दिन।</translation>
    </message>
    <message>
        <source>Everything was sent.</source>
        <translation>सब भेजा जा चुका है।</translation>
    </message>
    <message>
        <source>Nothing is held: head office took everything as it was recorded.</source>
        <translation>कुछ रुका नहीं: हेड ऑफिस ने सब ज्यों का त्यों ले लिया।</translation>
    </message>
    <message>
        <source>There was no exchange yet. Ctrl+R begins one.</source>
        <translation>अभी तक मिलान नहीं हुआ। Ctrl+R से शुरू कीजिए।</translation>
    </message>
    <message>
        <source>The counters of the firm come with the first exchange. Ctrl+R begins one.</source>
        <translation>फ़र्म के काउंटर पहले मिलान के साथ आते हैं। Ctrl+R से शुरू कीजिए।</translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>सबसे पुरानी %1</translation>
    </message>
    <message>
        <source>all branches</source>
        <translation>सब शाखाएँ</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>मिलान</translation>
    </message>
    <message>
        <source>This counter</source>
        <translation>यह काउंटर</translation>
    </message>
    <message>
        <source>%1, sees %2</source>
        <translation>%1, देखता है: %2</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>हेड ऑफिस</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>भेज रहे हैं</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>मँगा रहे हैं</translation>
    </message>
    <message>
        <source>Filling these books; go on working meanwhile</source>
        <translation>बही भरी जा रही हैं; तब तक काम करते रहिए</translation>
    </message>
    <message>
        <source>A counter that was lost is shut out on the machine of head office: %1</source>
        <translation>खोया हुआ काउंटर हेड ऑफिस की मशीन पर बंद किया जाता है: %1</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>एक पल …</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Save what was not sent</source>
        <translation>जो नहीं गया, सहेजें</translation>
    </message>
    <message>
        <source>Unsent entries</source>
        <translation>जो प्रविष्टियाँ नहीं गईं</translation>
    </message>
</context>
<context>
    <name>TastePage</name>
    <message>
        <source>How the screens look and speak</source>
        <translation>स्क्रीन कैसी दिखे और बोले</translation>
    </message>
    <message>
        <source>For this user on this machine; seen at once. Papers keep the party&apos;s language.</source>
        <translation>इस कंप्यूटर पर आपके लिए; तुरंत दिखता है। कागज़ पार्टी की भाषा में ही रहेंगे।</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Words for debit and credit</source>
        <translation>नाम-जमा के शब्द</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>उजला</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>Debit and credit</source>
        <translation>नाम और जमा</translation>
    </message>
    <message>
        <source>You gave, you got</source>
        <translation>आपने दिया, आपको मिला</translation>
    </message>
</context>
<context>
    <name>TieOut</name>
    <message>
        <source>✗ Bills %1 − on account %2 is not %3: %4 is missing. Run Verify.</source>
        <translation>✗ बिल %1 − खाते में जमा %2, यह %3 नहीं: %4 का फ़र्क है। जाँच चलाएँ।</translation>
    </message>
    <message>
        <source>Bills %1 − on account %2 = %3 ✓</source>
        <translation>बिल %1 − खाते में जमा %2 = %3 ✓</translation>
    </message>
</context>
<context>
    <name>UpiScreen</name>
    <message>
        <source>UPI code</source>
        <translation>UPI कोड</translation>
    </message>
    <message>
        <source>for a phone to scan</source>
        <translation>फ़ोन से स्कैन करने के लिए</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Amount ₹</source>
        <translation>रकम ₹</translation>
    </message>
    <message>
        <source>The customer scans the code with any UPI app; the amount stands in it. Nothing is recorded yet: when the bank says that the money has come, Enter takes the receipt.</source>
        <translation>ग्राहक किसी भी UPI ऐप से कोड स्कैन करे; रकम उसी में है। अभी कुछ दर्ज नहीं हुआ: बैंक पैसा आने की खबर दे, तब Enter से रसीद लें।</translation>
    </message>
    <message>
        <source>The bank will name it as %1.</source>
        <translation>बैंक में यह %1 नाम से दिखेगा।</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>The file is whole</source>
        <translation>फ़ाइल पूरी है</translation>
    </message>
    <message>
        <source>Nothing recorded was changed</source>
        <translation>दर्ज की हुई बात नहीं बदली</translation>
    </message>
    <message>
        <source>Every voucher balances</source>
        <translation>हर वाउचर बराबर है</translation>
    </message>
    <message>
        <source>Every party ties out</source>
        <translation>हर पार्टी का हिसाब मिलता है</translation>
    </message>
    <message>
        <source>No number is missing or double</source>
        <translation>कोई नंबर छूटा या दोहरा नहीं</translation>
    </message>
    <message>
        <source>Nothing was taken away</source>
        <translation>कुछ हटाया नहीं गया</translation>
    </message>
    <message>
        <source>A rebuild gives the same books</source>
        <translation>फिर बनाने पर वही बही बनती है</translation>
    </message>
    <message>
        <source>Stop working in these books. Keep this file, and open your last backup with F3: the disk may be failing, so copy both to another disk.</source>
        <translation>इस बही में काम रोक दें। यह फ़ाइल सँभालकर रखें और F3 से पिछला बैकअप खोलें: डिस्क खराब हो सकती है, दोनों की नकल दूसरी डिस्क पर रखें।</translation>
    </message>
    <message>
        <source>Somebody changed the file outside this program. Keep it as proof, open your last backup with F3, and compare the day books from the day that is named.</source>
        <translation>किसी ने प्रोग्राम के बाहर से फ़ाइल बदली है। सबूत के लिए रखें, F3 से पिछला बैकअप खोलें और उस दिन से रोज़नामचा मिलाएँ।</translation>
    </message>
    <message>
        <source>Alt+R makes the books anew from what was recorded; then verify once more.</source>
        <translation>Alt+R से दर्ज बातों से बही फिर बनेगी; फिर दोबारा जाँचें।</translation>
    </message>
    <message>
        <source>Alt+R makes the books anew; then verify once more. If the number is still missing, keep this file and compare it with your last backup.</source>
        <translation>Alt+R से बही फिर बनाएँ और दोबारा जाँचें। नंबर फिर भी न मिले तो यह फ़ाइल रखें और पिछले बैकअप से मिलाएँ।</translation>
    </message>
    <message>
        <source>These books are older than what was seen on this machine. If you restored a backup on purpose, enter again what is missing; if not, look for the newer file and open it with F3.</source>
        <translation>यह बही इस कंप्यूटर पर देखी गई बही से पुरानी है। बैकअप जानकर लौटाया हो तो छूटी बातें फिर लिखें; नहीं तो नई फ़ाइल ढूँढकर F3 से खोलें।</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>बाकी है</translation>
    </message>
    <message>
        <source>is looked at …</source>
        <translation>जाँच रहे हैं …</translation>
    </message>
    <message>
        <source>✓ sound</source>
        <translation>✓ ठीक</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ गलत</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>छोड़ा</translation>
    </message>
    <message>
        <source>Verifying, nothing is changed</source>
        <translation>जाँच रहे हैं, कुछ नहीं बदलेगा</translation>
    </message>
    <message>
        <source>Rebuilding beside the old books</source>
        <translation>पुरानी बही के पास नई बन रही है</translation>
    </message>
</context>
<context>
    <name>VerifyForm</name>
    <message>
        <source>Verify</source>
        <translation>जाँच</translation>
    </message>
    <message>
        <source>Proves the books; nothing is changed by it.</source>
        <translation>बही की जाँच; इससे कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>क्या-क्या देखा जाता है</translation>
    </message>
    <message>
        <source>A rebuild works out every balance anew from what was recorded. The new books grow beside the old ones and take their place at the end; power may fail at any moment. Nobody can save while it lasts.</source>
        <translation>फिर बनाने पर दर्ज बातों से हर बकाया नए सिरे से निकलता है। नई बही पुरानी के पास बनती है और अंत में उसकी जगह लेती है; बिजली जाए तो भी डर नहीं। तब तक कोई सेव कर नहीं सकता।</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>फिर बनाएँ</translation>
    </message>
    <message>
        <source>The books hold: %1 facts were looked at.</source>
        <translation>बही ठीक है: %1 बातें देखी गईं।</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) found something wrong.</source>
        <translation>
            <numerusform>%n जाँच में गड़बड़ मिली।</numerusform>
            <numerusform>%n जाँच में गड़बड़ मिली।</numerusform>
        </translation>
    </message>
    <message>
        <source>The books are made anew. Ctrl+A proves them.</source>
        <translation>बही फिर बन गई। Ctrl+A से जाँचें।</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>रोक दिया; कुछ नहीं बदला।</translation>
    </message>
</context>
<context>
    <name>Visit</name>
    <message>
        <source>paid</source>
        <translation>दिया</translation>
    </message>
    <message>
        <source>paid in part</source>
        <translation>कुछ दिया</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>वादा किया</translation>
    </message>
    <message>
        <source>shop shut</source>
        <translation>दुकान बंद</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>मना किया</translation>
    </message>
    <message>
        <source>dispute</source>
        <translation>विवाद</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>वादा</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>समय निकला</translation>
    </message>
    <message>
        <source>cheque bounced</source>
        <translation>चेक बाउंस</translation>
    </message>
    <message>
        <source>beat</source>
        <translation>बीट</translation>
    </message>
</context>
<context>
    <name>Voucher</name>
    <message>
        <source>Posted</source>
        <translation>दर्ज</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>सुधारा गया</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>माध्यम</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>रेफ़रेंस</translation>
    </message>
    <message>
        <source>Cheque date</source>
        <translation>चेक की तारीख</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>बैंक</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>पार्टी</translation>
    </message>
    <message>
        <source>Place of supply</source>
        <translation>सप्लाई का राज्य</translation>
    </message>
    <message>
        <source>State</source>
        <translation>हाल</translation>
    </message>
    <message>
        <source>Bill %1</source>
        <translation>बिल %1</translation>
    </message>
    <message>
        <source>Bill %1, due</source>
        <translation>बिल %1, देय तारीख</translation>
    </message>
    <message>
        <source>Set against %1</source>
        <translation>%1 में जमा</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>बेअसर</translation>
    </message>
    <message>
        <source>stands ✓</source>
        <translation>लागू ✓</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>%1 तक</translation>
    </message>
    <message>
        <source>another bill</source>
        <translation>दूसरा बिल</translation>
    </message>
    <message>
        <source>Dr</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Cr</source>
        <translation>जमा</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>रकम</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>खाते में जमा</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>दर्ज हुआ</translation>
    </message>
    <message>
        <source>Verify code</source>
        <translation>जाँच कोड</translation>
    </message>
    <message>
        <source>Cancel %1 of %2, ₹ %3? Its bill is taken back, and what was received against it goes on account. The number stays used; this cannot be undone.</source>
        <translation>%2 का %1, ₹ %3 रद्द करें? इसका बिल हट जाएगा और उस पर मिली रकम खाते में जमा रहेगी। नंबर दोबारा नहीं मिलेगा; यह वापस नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Cancel %1 of %2, ₹ %3? The bills it settled are open again. The number stays used; this cannot be undone.</source>
        <translation>%2 का %1, ₹ %3 रद्द करें? जो बिल इससे चुके थे वे फिर बकाया हो जाएँगे। नंबर दोबारा नहीं मिलेगा; यह वापस नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Cancel %1 of %2, ₹ %3? The number stays used; this cannot be undone.</source>
        <translation>%2 का %1, ₹ %3 रद्द करें? नंबर दोबारा नहीं मिलेगा; यह वापस नहीं हो सकता।</translation>
    </message>
    <message>
        <source>%1 is cancelled.</source>
        <translation>%1 रद्द हुआ।</translation>
    </message>
    <message>
        <source>a bill not in the books</source>
        <translation>बिल खाते में नहीं</translation>
    </message>
</context>
<context>
    <name>VoucherFields</name>
    <message>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <source>new</source>
        <translation>नई</translation>
    </message>
    <message>
        <source>Amending</source>
        <translation>सुधार रहे हैं</translation>
    </message>
    <message>
        <source>Why is it amended?</source>
        <translation>क्यों सुधार रहे हैं?</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सेव</translation>
    </message>
</context>
<context>
    <name>VoucherPage</name>
    <message>
        <source>Postings</source>
        <translation>खतौनी</translation>
    </message>
    <message>
        <source>History</source>
        <translation>इतिहास</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>माल</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>क्या बदला</translation>
    </message>
    <message>
        <source>This voucher has no bill and is set against none.</source>
        <translation>इस वाउचर का कोई बिल नहीं, न यह किसी बिल में जमा है।</translation>
    </message>
    <message>
        <source>This is how it was posted; nothing was changed by it.</source>
        <translation>पहली बार ऐसे दर्ज हुआ था; इससे कुछ बदला नहीं।</translation>
    </message>
    <message>
        <source>Postings, taken back</source>
        <translation>खतौनी, वापस ली गई</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>बिल</translation>
    </message>
    <message>
        <source>Set against bills</source>
        <translation>इन बिलों में जमा</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>सुधारा गया</translation>
    </message>
    <message>
        <source>Printed · %1</source>
        <translation>छपा · %1</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>रद्द: %1</translation>
    </message>
    <message>
        <source>Amended: %1</source>
        <translation>सुधार: %1</translation>
    </message>
</context>
<context>
    <name>Weekday</name>
    <message>
        <source>Monday</source>
        <translation>सोमवार</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>मंगलवार</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>बुधवार</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>गुरुवार</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>शुक्रवार</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>शनिवार</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>रविवार</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>सोम</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>मंगल</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>बुध</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>गुरु</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>शुक्र</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>शनि</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>रवि</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>open now</source>
        <translation>अभी खुली</translation>
    </message>
    <message>
        <source>to try things</source>
        <translation>आज़माने की</translation>
    </message>
</context>
<context>
    <name>WelcomeForm</name>
    <message>
        <source>Firms</source>
        <translation>फ़र्में</translation>
    </message>
    <message>
        <source>Each firm has a file of its own on this machine.</source>
        <translation>हर फ़र्म की इस कंप्यूटर पर अपनी फ़ाइल होती है।</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश</translation>
    </message>
    <message>
        <source>Firms on this machine</source>
        <translation>इस कंप्यूटर की फ़र्में</translation>
    </message>
    <message>
        <source>A new firm</source>
        <translation>नई फ़र्म</translation>
    </message>
    <message>
        <source>A firm to try things on</source>
        <translation>आज़माने की फ़र्म</translation>
    </message>
    <message>
        <source>Your firms stand here. Ctrl+N makes the first one, Alt+D one to try things.</source>
        <translation>आपकी फ़र्में यहाँ दिखेंगी। Ctrl+N से पहली बनाएँ, Alt+D से आज़माने की।</translation>
    </message>
    <message>
        <source>Books at another place</source>
        <translation>दूसरी जगह की बही</translation>
    </message>
    <message>
        <source>Type the file&apos;s place and press Enter</source>
        <translation>फ़ाइल की जगह लिखकर Enter दबाएँ</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>ढूँढें</translation>
    </message>
    <message>
        <source>Name of the firm</source>
        <translation>फ़र्म का नाम</translation>
    </message>
    <message>
        <source>GSTIN, if there is one</source>
        <translation>GSTIN, अगर हो</translation>
    </message>
    <message>
        <source>UPI address, if there is one</source>
        <translation>UPI पता, अगर हो</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>बनाएँ</translation>
    </message>
    <message>
        <source>60 parties and two years of bills and receipts, all invented. A file of its own, called Demo firm: nothing in it touches your books, and it can be deleted.</source>
        <translation>60 पार्टियाँ, दो साल के बिल और रसीदें, सब बनावटी। अपनी अलग फ़ाइल “Demo firm” में: आपकी बही को नहीं छूती, और मिटाई जा सकती है।</translation>
    </message>
    <message>
        <source>Make a demo firm</source>
        <translation>नमूना फ़र्म बनाएँ</translation>
    </message>
    <message>
        <source>CollectIQ books</source>
        <translation>CollectIQ बही</translation>
    </message>
    <message>
        <source>Making the demo firm</source>
        <translation>नमूना फ़र्म बन रही है</translation>
    </message>
</context>
<context>
    <name>WhatIfCard</name>
    <message>
        <source>Nothing is open, or there is no score yet.</source>
        <translation>कुछ खुला नहीं, या अंक अभी नहीं।</translation>
    </message>
    <message>
        <source>If %1 is cleared, the oldest first: %2 → %3</source>
        <translation>%1 जमा हो, सबसे पुराना पहले: %2 → %3</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n दिन लेट</numerusform>
            <numerusform>%n दिन लेट</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>then every %n day(s)</source>
        <translation>
            <numerusform>फिर हर %n दिन</numerusform>
            <numerusform>फिर हर %n दिन</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>हर %n दिन</numerusform>
            <numerusform>हर %n दिन</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n दिन</numerusform>
            <numerusform>%n दिन</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n पार्टी</numerusform>
            <numerusform>%n पार्टियों</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cheque(s), ₹ %1</source>
        <translation>
            <numerusform>%n चेक, ₹ %1</numerusform>
            <numerusform>%n चेक, ₹ %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cheque(s) in hand ₹ %1</source>
        <translation>
            <numerusform>%n चेक हाथ में ₹ %1</numerusform>
            <numerusform>%n चेक हाथ में ₹ %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bounced ₹ %1</source>
        <translation>
            <numerusform>%n बाउंस ₹ %1</numerusform>
            <numerusform>%n बाउंस ₹ %1</numerusform>
        </translation>
    </message>
</context>
</TS>
