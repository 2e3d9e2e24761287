"""Roles and permissions in a clerk's words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.roles import Permission, Role, role_of
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

_ROLES: Mapping[Role, str] = {
    Role.ADMIN: QT_TRANSLATE_NOOP("Role", "Admin"),
    Role.CLERK: QT_TRANSLATE_NOOP("Role", "Clerk"),
    Role.AGENT: QT_TRANSLATE_NOOP("Role", "Agent"),
    Role.ACCOUNTANT: QT_TRANSLATE_NOOP("Role", "Accountant"),
}
_PERMISSIONS: Mapping[Permission, str] = {
    Permission.SEE_ALL_PARTIES: QT_TRANSLATE_NOOP("Permission", "See all parties"),
    Permission.SEE_TOTALS: QT_TRANSLATE_NOOP("Permission", "See totals of the firm"),
    Permission.SEE_EDIT_LOG: QT_TRANSLATE_NOOP("Permission", "See the edit log"),
    Permission.POST_RECEIPTS: QT_TRANSLATE_NOOP("Permission", "Take receipts"),
    Permission.POST_SALES: QT_TRANSLATE_NOOP("Permission", "Make sales"),
    Permission.POST_NOTES: QT_TRANSLATE_NOOP("Permission", "Make credit and debit notes"),
    Permission.POST_JOURNALS: QT_TRANSLATE_NOOP("Permission", "Make journals, contra, payments"),
    Permission.CHASE: QT_TRANSLATE_NOOP("Permission", "Note promises and visits"),
    Permission.HANDLE_CHEQUES: QT_TRANSLATE_NOOP("Permission", "Deposit and return cheques"),
    Permission.AMEND: QT_TRANSLATE_NOOP("Permission", "Amend vouchers"),
    Permission.CANCEL: QT_TRANSLATE_NOOP("Permission", "Cancel vouchers"),
    Permission.OVERRIDE_CREDIT: QT_TRANSLATE_NOOP("Permission", "Change and pass credit limits"),
    Permission.MANAGE_PARTIES: QT_TRANSLATE_NOOP("Permission", "Add and alter parties"),
    Permission.MANAGE_ITEMS: QT_TRANSLATE_NOOP("Permission", "Add and alter items"),
    Permission.ASSIGN: QT_TRANSLATE_NOOP("Permission", "Assign parties to agents"),
    Permission.COUNT_IN_CASH: QT_TRANSLATE_NOOP("Permission", "Count in agents' cash"),
    Permission.IMPORT: QT_TRANSLATE_NOOP("Permission", "Import"),
    Permission.EXPORT: QT_TRANSLATE_NOOP("Permission", "Save lists as files"),
    Permission.MANAGE_EMPLOYEES: QT_TRANSLATE_NOOP("Permission", "Manage employees"),
    Permission.MANAGE_DEVICES: QT_TRANSLATE_NOOP("Permission", "Manage counters"),
    Permission.SETTINGS: QT_TRANSLATE_NOOP("Permission", "Change the settings"),
}


def role_word(word: str) -> str:
    """A role as it is shown; one of a newer program as it is."""
    role = role_of(word)
    return QCoreApplication.translate("Role", _ROLES[role]) if role is not None else word


def permission_words(permission: Permission) -> str:
    """A permission as it is shown."""
    return QCoreApplication.translate("Permission", _PERMISSIONS[permission])
