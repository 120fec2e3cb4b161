"""Tests of the classroom: the hall, its log, its doors and its pages."""
