"""What razorpay reads beside its modules: the certificates that it trusts."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("razorpay")
