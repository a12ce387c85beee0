"""WHERE is it kept?"""
