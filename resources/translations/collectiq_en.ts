<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_IN">
<context>
    <name>AgeingScreen</name>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n party</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignScreen</name>
    <message numerus="yes">
        <source>Give %n party(ies) to an agent</source>
        <translation>
            <numerusform>Give %n party to an agent</numerusform>
            <numerusform>Give %n parties to an agent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallsScreen</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n party(s) were reminded and rest</source>
        <translation>
            <numerusform>%n party was reminded and rests</numerusform>
            <numerusform>%n parties were reminded and rest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n party(s) promised and rest</source>
        <translation>
            <numerusform>%n party promised and rests</numerusform>
            <numerusform>%n parties promised and rest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message numerus="yes">
        <source>The same for all %n sheets</source>
        <translation>
            <numerusform>The same for %n sheet</numerusform>
            <numerusform>The same for all %n sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmployeesForm</name>
    <message numerus="yes">
        <source>{name} leaves: who takes over %n party(ies)?</source>
        <translation>
            <numerusform>{name} leaves: who takes over %n party?</numerusform>
            <numerusform>{name} leaves: who takes over %n parties?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastScreen</name>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n bill</numerusform>
            <numerusform>%n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken lately</source>
        <translation>
            <numerusform>%n broken lately</numerusform>
            <numerusform>%n broken lately</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cheque(s)</source>
        <translation>
            <numerusform>%n cheque</numerusform>
            <numerusform>%n cheques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n bill</numerusform>
            <numerusform>%n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n party</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message numerus="yes">
        <source>The import is taken back, with %n voucher(s).</source>
        <translation>
            <numerusform>The import is taken back, with %n voucher.</numerusform>
            <numerusform>The import is taken back, with %n vouchers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutstandingScreen</name>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n party</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartyScreen</name>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n bill</numerusform>
            <numerusform>%n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bill(s), oldest %1</source>
        <translation>
            <numerusform>%n bill, oldest %1</numerusform>
            <numerusform>%n bills, oldest %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>credit %n day(s)</source>
        <translation>
            <numerusform>credit %n day</numerusform>
            <numerusform>credit %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromisesScreen</name>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>%n promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RiskScreen</name>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n party</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusFeed</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncFeed</name>
    <message numerus="yes">
        <source>%n entries not yet sent, oldest %1</source>
        <translation>
            <numerusform>%n entry not yet sent, oldest %1</numerusform>
            <numerusform>%n entries not yet sent, oldest %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyForm</name>
    <message numerus="yes">
        <source>%n check(s) found something wrong.</source>
        <translation>
            <numerusform>%n check found something wrong.</numerusform>
            <numerusform>%n checks found something wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>then every %n day(s)</source>
        <translation>
            <numerusform>then every %n day</numerusform>
            <numerusform>then every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every %n day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n party</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cheque(s), ₹ %1</source>
        <translation>
            <numerusform>%n cheque, ₹ %1</numerusform>
            <numerusform>%n cheques, ₹ %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cheque(s) in hand ₹ %1</source>
        <translation>
            <numerusform>%n cheque in hand ₹ %1</numerusform>
            <numerusform>%n cheques in hand ₹ %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bounced ₹ %1</source>
        <translation>
            <numerusform>%n bounced ₹ %1</numerusform>
            <numerusform>%n bounced ₹ %1</numerusform>
        </translation>
    </message>
</context>
</TS>
