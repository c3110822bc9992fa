"""Foundation and root of the PVPT site."""
