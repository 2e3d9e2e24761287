"""An invented wholesaler: its parties in many scripts, its goods and ledgers."""

from __future__ import annotations

from dataclasses import dataclass

COMPANY = "Navrang Kirana Wholesale"
COMPANY_GUID = "7d2f9a10-5c3b-4e8e-a1c4-0d5e6f708192"
HOME_STATE = "Gujarat"
GROUPS = (
    ("Surat Market", "Sundry Debtors"),
    ("Varachha Line", "Surat Market"),
    ("Outstation", "Sundry Debtors"),
)
VOUCHER_TYPES = (("Tax Invoice", "Sales"), ("Counter Receipt", "Receipt"))
ACCOUNTS = (
    ("Sales GST", "Sales Accounts"),
    ("Sales Return", "Sales Accounts"),
    ("Output CGST", "Duties & Taxes"),
    ("Output SGST", "Duties & Taxes"),
    ("Output IGST", "Duties & Taxes"),
    ("Round Off", "Indirect Expenses"),
    ("Discount Allowed", "Indirect Expenses"),
    ("Cheque Return Charges", "Indirect Incomes"),
    ("TDS Receivable", "Current Assets"),
    ("Cash", "Cash-in-Hand"),
    ("Surat Bank Current A/c", "Bank Accounts"),
)
BANK = "Surat Bank Current A/c"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleItem:
    """A thing the firm sells; the rate is before tax."""

    name: str
    unit: str
    hsn: str
    rate_paise: int
    gst_rate_bp: int


ITEMS = (
    SampleItem(
        name="Toor Dal 30 kg", unit="Bag", hsn="07136000", rate_paise=345_000, gst_rate_bp=500
    ),
    SampleItem(
        name="Sugar M-30 50 kg", unit="Bag", hsn="17019990", rate_paise=210_000, gst_rate_bp=500
    ),
    SampleItem(
        name="Sunflower Oil 15 L", unit="Tin", hsn="15121910", rate_paise=198_550, gst_rate_bp=500
    ),
    SampleItem(
        name="Washing Soap 1 kg", unit="Box", hsn="34011190", rate_paise=112_375, gst_rate_bp=1_800
    ),
    SampleItem(
        name="Tea Dust 5 kg", unit="Pkt", hsn="09024020", rate_paise=164_025, gst_rate_bp=500
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleParty:
    """A party, its terms, and how many days it lets pass beyond them."""

    name: str
    group: str
    state: str
    phone: str
    credit_days: int
    late_days: int
    gstin_head: str = ""
    limit_paise: int = 0
    is_bill_wise: bool = True


def _party(
    name: str, group: str, state: str, *, days: int, late: int, gst: str = ""
) -> SampleParty:
    number = 9_820_000_100 + len(name) * 7 + days * 11 + late
    return SampleParty(
        name=name,
        group=group,
        state=state,
        phone=str(number),
        credit_days=days,
        late_days=late,
        gstin_head=gst,
        limit_paise=15_000_000 if gst else 0,
        is_bill_wise=name != "Hotel Sagar",
    )


PARTIES = (
    _party(
        "Asha Provision Store", "Varachha Line", "Gujarat", days=15, late=0, gst="24AAQFA2210K1Z"
    ),
    _party("જય અંબે કિરાણા", "Varachha Line", "Gujarat", days=15, late=4),
    _party("श्री बालाजी ट्रेडर्स", "Outstation", "Maharashtra", days=30, late=12, gst="27AABCB5512M1Z"),
    _party(
        "Patel Brothers & Sons", "Surat Market", "Gujarat", days=30, late=-5, gst="24AADFP7781Q1Z"
    ),
    _party("முருகன் ஸ்டோர்ஸ்", "Outstation", "Tamil Nadu", days=45, late=20, gst="33AAGFM3345D1Z"),
    _party("శ్రీ వెంకటేశ్వర ట్రేడర్స్", "Outstation", "Telangana", days=45, late=35),
    _party("ಗಣೇಶ್ ಸ್ಟೋರ್ಸ್", "Outstation", "Karnataka", days=30, late=8),
    _party("মা তারা ভাণ্ডার", "Outstation", "West Bengal", days=60, late=90),
    _party("Rahat General Stores", "Surat Market", "Gujarat", days=30, late=15),
    _party("Hotel Sagar", "Sundry Debtors", "Gujarat", days=0, late=10),
    _party("Kohinoor Medical", "Varachha Line", "Gujarat", days=21, late=2, gst="24AAJFK9087P1Z"),
    _party(
        "New Bharat Super Mart", "Surat Market", "Gujarat", days=30, late=55, gst="24AAECN6634R1Z"
    ),
)
PARTY_OF = {party.name: party for party in PARTIES}
OPENING_ON_ACCOUNT_PAISE = {"New Bharat Super Mart": 350_000, "Hotel Sagar": 915_000}
