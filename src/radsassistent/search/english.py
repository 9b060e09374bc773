"""Norwegian words for the English ones that questions about meetings use, so that words find the documents too.

A glossary, not a translation: the embedder is multilingual and finds what the glossary lacks.
"""

from __future__ import annotations

from radsassistent.search.terms import stem, words

_GLOSSARY = {
    "access": "tilgang", "adopted": "vedtatt", "agenda": "dagsorden", "agreement": "avtale", "applications": "søknader",
    "approval": "godkjenning", "approve": "godkjenne", "approved": "godkjent", "association": "forening",
    "authority": "foretak", "biggest": "størst", "board": "styret", "break": "pause", "budget": "budsjett", "case": "sak",
    "cases": "saker", "citizens": "innbyggere", "collaboration": "samhandling", "cost": "kostnad", "costs": "kostnader",
    "council": "råd", "data": "data", "decided": "vedtatt", "decision": "vedtak", "delivery": "leveranse",
    "dental": "tannhelse", "development": "utvikling", "digital": "digital", "director": "direktør",
    "directorate": "direktorat", "discussion": "drøfting", "doctors": "leger", "eaten": "lunsj", "estimate": "anslag",
    "estimated": "estimert", "experience": "erfaringer", "financing": "finansiering", "funding": "finansiering",
    "goal": "mål", "goals": "mål", "government": "regjeringen", "group": "gruppe", "growth": "vekst", "health": "helse",
    "hospital": "sykehus", "hospitals": "sykehus", "implementation": "innføring", "increase": "økning",
    "information": "informasjon", "institute": "institutt", "introduction": "innføring", "investment": "investering",
    "journal": "journal", "leader": "leder", "legal": "juridisk", "letter": "brev", "level": "nivå", "lunch": "lunsj",
    "maintenance": "forvaltning", "measure": "tiltak", "measures": "tiltak", "medication": "legemidler",
    "medicines": "legemidler", "meeting": "møte", "member": "medlem", "members": "medlemmer", "ministry": "departement",
    "minutes": "referat", "municipal": "kommunal", "municipalities": "kommuner", "municipality": "kommune",
    "national": "nasjonal", "network": "nettverk", "next": "neste", "norwegian": "norsk", "number": "nummer",
    "nurses": "sykepleiere", "operation": "drift", "operations": "drift", "orientation": "orientering",
    "patient": "pasient", "patients": "pasienter", "percent": "prosent", "pharmacies": "apotek", "pharmacy": "apotek",
    "pilot": "utprøving", "plan": "plan", "portfolio": "portefølje", "pregnant": "gravide", "prescription": "resept",
    "prescriptions": "resepter",
    "presents": "presenterer", "priorities": "prioriteringer", "project": "prosjekt", "proposal": "forslag",
    "proposed": "foreslått", "public": "folke", "quality": "kvalitet", "record": "journal", "records": "journaler",
    "reform": "reform", "region": "region", "regional": "regional", "register": "register", "registries": "registre",
    "registry": "register", "regulation": "forskrift", "report": "rapport", "representative": "representant",
    "represents": "representerer", "research": "forskning", "revised": "revidert", "risk": "risiko", "roadmap": "veikart",
    "schedule": "tidsplan", "secure": "sikker", "security": "sikkerhet", "service": "tjeneste", "services": "tjenester",
    "sharing": "deling", "status": "status", "steering": "styringsgruppe", "strategy": "strategi",
    "supplier": "leverandør", "suppliers": "leverandører", "survey": "undersøkelse", "system": "system", "test": "test",
    "testing": "utprøving", "timeline": "tidsplan", "title": "tittel", "total": "sum", "transition": "overgang",
    "uncertain": "usikker", "uncertainty": "usikkerhet", "use": "bruk", "used": "brukt", "users": "brukere",
    "vote": "stemme", "waiting": "vente", "year": "år",
    "e-health": "helse", "absent": "forfall", "agency": "etat", "aim": "mål", "ambulance": "ambulanse", "amount": "beløp",
    "background": "bakgrunn", "begin": "begynner", "benefit": "gevinst", "benefits": "gevinster", "building": "bygg",
    "care": "omsorg", "cause": "årsak", "change": "endring", "changes": "endringer", "chair": "leder", "challenge": "utfordring",
    "challenges": "utfordringer", "child": "barn", "children": "barn", "clinic": "klinikk", "committee": "utvalg",
    "communication": "kommunikasjon", "competence": "kompetanse", "consequences": "konsekvenser", "culture": "kultur",
    "deadline": "frist", "deputy": "vara", "drinking": "drikke", "elderly": "eldre", "emergency": "beredskap",
    "employees": "ansatte", "environment": "miljø", "ferry": "ferje", "figures": "tall", "follow-up": "oppfølging",
    "framework": "ramme", "grants": "tilskudd", "home": "hjemme", "law": "lov", "library": "bibliotek",
    "monitoring": "overvåking",
    "museum": "museum", "music": "musikk", "nurse": "sykepleier", "open": "åpen", "opening": "åpning", "platform": "plattform",
    "position": "stilling", "positions": "stillinger", "price": "pris", "problem": "problem", "progress": "framdrift",
    "purpose": "formål", "reason": "årsak", "recruitment": "rekruttering", "requirement": "krav", "requirements": "krav",
    "responsible": "ansvarlig", "road": "vei", "safety": "sikkerhet", "school": "skole", "sensor": "sensor", "share": "andel",
    "solution": "løsning", "solutions": "løsninger", "staff": "ansatte", "students": "elever", "teachers": "lærere",
    "technology": "teknologi", "training": "opplæring", "vaccination": "vaksinasjon", "vaccine": "vaksine", "water": "vann",
    "gp": "fastlege", "gps": "fastleger", "dentist": "tannlege", "doctor": "lege", "teacher": "lærer",
    "mayor": "ordfører", "county": "fylke", "state": "stat", "union": "forbund", "fee": "gebyr",
    "welfare": "velferd", "work": "arbeid", "youth": "ungdom",
}  # fmt: skip


def norwegian_terms(text: str) -> list[str]:
    """The stems of the Norwegian words for a question's English ones, in its order."""
    return [stem(_GLOSSARY[word]) for word in words(text) if word in _GLOSSARY]
