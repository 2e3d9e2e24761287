"""Employees: who works in the firm, and what each may do."""
