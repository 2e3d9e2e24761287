"""What the server does by itself: backups, each by one worker at a time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from anyio import sleep, to_thread

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.storage.locks import Locks
from sync_server.backups import back_up, backups_of, keep_newest
from sync_server.config import Config
from sync_server.firms import Firms, name_of
from sync_server.logs import log, tell
from sync_server.watch import Watch

_LOOK_EVERY_SECONDS = 300
_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Jobs:
    """The jobs of one worker; locks keep others from doing the same."""

    firms: Firms
    locks: Locks
    config: Config
    watch: Watch

    async def run_for_ever(self) -> None:
        """Look what is due now and then; workers look at different moments."""
        while True:
            await sleep(_LOOK_EVERY_SECONDS * (0.5 + random.random()))
            await to_thread.run_sync(self.run_once)

    def run_once(self) -> None:
        """Make the backups that are due."""
        if not self.config.backup_folder:
            return
        for firm_id in self.firms.ids():
            with self.locks.only_one(f"backup-{name_of(firm_id)}") as is_ours:
                if is_ours:
                    self._back_up(firm_id)

    def _back_up(self, firm_id: FirmId) -> None:
        folder, name = Path(self.config.backup_folder), name_of(firm_id)
        if not self._is_due(backups_of(name, folder)):
            return
        try:
            with self.firms.using(firm_id) as books:
                back_up(books, folder)
            keep_newest(name, folder, self.config.backups_kept)
        except CollectIQError as error:
            self.watch.add("collectiq_backups_total", outcome="failed")
            log.error("backup failed", exc_info=error)
        else:
            self.watch.add("collectiq_backups_total", outcome="made")
            tell("backup made", firm=name)

    def _is_due(self, made: list[Path]) -> bool:
        if not made:
            return True
        last_at = int(made[-1].stat().st_mtime * 1_000)
        return self.firms.outside.clock.now_at() - last_at >= self.config.backup_hours * _HOUR_MS
