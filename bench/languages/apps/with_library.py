"""The chain by hand, with nothing of the library but its pattern: what loading it costs."""

from by_hand import synthesize
from cdk_nacl_change_monitor import NaclChangeMonitor

synthesize(NaclChangeMonitor.FILTER_PATTERN)
