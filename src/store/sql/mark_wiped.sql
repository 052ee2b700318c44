UPDATE erasure SET wiped = 1;
