"""placeholder, written last"""
