# Writes holidays.json: `pip install holidays==0.105 && python3 generate.py > holidays.json`.
# Days off that fall on Monday to Friday, and weekends that are worked, by country and year.
import datetime
import json

import holidays

EEA = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE".split()
# Moved working days are decreed each year: known until then, whatever the rules of the others say.
DECREED = {"HU": 2026, "LV": 2026, "RU": 2025}
FROM, UNTIL = 2025, 2033


def year(country, subdiv, y):
    return holidays.country_holidays(country, subdiv=subdiv, years=y)


def text(days):
    return " ".join(f"{day:%m%d}" for day in sorted(days))


off, worked = {}, {}
for name in [*EEA, "US", "US-CA", "RU"]:
    country, _, subdiv = name.partition("-")
    off[name] = {}
    for y in range(FROM, DECREED.get(name, UNTIL) + 1):
        h = year(country, subdiv or None, y)
        days = {day for day in h if day.year == y and day.weekday() < 5}
        # A day off of the state alone is not one of the whole country: the fewest days off end a deadline first.
        if subdiv:
            days &= set(year(country, None, y))
        off[name][str(y)] = text(days)
        saturdays = [day for day in getattr(h, "weekend_workdays", set()) if day.year == y]
        if saturdays:
            worked.setdefault(name, {})[str(y)] = text(saturdays)

print(json.dumps({"source": f"vacanza/holidays {holidays.__version__}, MIT", "off": off, "worked": worked}, indent=2))
