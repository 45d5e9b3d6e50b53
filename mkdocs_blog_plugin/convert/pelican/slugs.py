"""Slugs as Pelican writes them: in ASCII, whatever script a text is in."""

from __future__ import annotations

import re
import unicodedata
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from mkdocs_blog_plugin.text import decoded

_TAG = re.compile(r"<[^<>]*>")
_OTHER = re.compile(r"[^\w\s-]")
_SEPARATORS = re.compile(r"[-\s]+")
_PAIRS: Final = (
    "ß=ss æ=ae œ=oe ø=o đ=d ð=d þ=th ħ=h ı=i ĸ=k ł=l ŋ=ng ŧ=t ƒ=f ǽ=ae ǿ=o ǣ=ae "
    "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh "
    "ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia ѐ=ie ё=io ђ=dj ѓ=gj є=ie ѕ=dz і=i ї=yi ј=j "
    "љ=lj њ=nj ћ=tsh ќ=kj ѝ=i ў=u џ=dzh ґ=g "
    "ά=a έ=e ή=e ί=i α=a β=b γ=g δ=d ε=e ζ=z η=e θ=th ι=i κ=k λ=l μ=m ν=n ξ=x Ξ=Ks ο=o π=p ρ=r "
    "ς=s σ=s τ=t υ=u φ=ph χ=kh ψ=ps ω=o ϊ=i ϋ=u ό=o ύ=u ώ=o ΐ=i ΰ=u "
    "‐=- ‑=- ‒=- –=- —=- ―=- −=- →=- ×=x €=EUR £=PS °=deg ©=c ®=r ¥=Y ¢=C §=SS"
)
_LETTERS: Final = {pair[0]: pair[2:] for pair in _PAIRS.split()}
"""What Unidecode makes of Latin, Cyrillic and Greek letters, as far as a slug keeps it."""


def slug_of(text: str, *, use_unicode: bool = False, preserve_case: bool = False) -> str:
    """Return `text` as Pelican's `slugify` writes it, with hyphens in place of white space.

    Args:
        text: A title or a name, which may have tags and entities of HTML.
        use_unicode: The setting `SLUGIFY_USE_UNICODE`: letters stay as they are.
        preserve_case: The setting `SLUGIFY_PRESERVE_CASE`.
    """
    plain = unicodedata.normalize("NFKC", decoded(_TAG.sub("", text)))
    plain = plain if use_unicode else _in_ascii(plain)
    slug = _SEPARATORS.sub("-", _OTHER.sub("", plain).strip())
    return slug if preserve_case else slug.lower()


def _in_ascii(text: str) -> str:
    """Return `text` as Unidecode writes it; without it, letters that only it knows stay."""
    if text.isascii():
        return text
    if find_spec("unidecode") is not None:
        return str(import_module("unidecode").unidecode(text))
    return "".join(map(_letter, text))


def _letter(char: str) -> str:
    if (found := _LETTERS.get(char)) is not None:
        return found
    if (found := _LETTERS.get(char.lower())) is not None:
        return found.capitalize()
    plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return plain or ("" if unicodedata.combining(char) else char)
