"""What python-escpos reads beside its modules: what each thermal printer can do."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("escpos", includes=["capabilities.json"])
