"""The commonest small words of English and of what is most often taken for it.

Of names alone no language can be told, nor need it be: that they are many says nothing.
"""

from __future__ import annotations

from types import MappingProxyType

ENGLISH = "en"

# Words of several languages ("die", "me", "in", "a") stand in none, or where they tell least wrong.
SMALL_WORDS = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            ENGLISH: "the of and to that it was for on with as is at by he she his her they their "
            "this from had has have not but are were be been who which would will said we you i "
            "an or its when what there than after about can could if our your out up into them",
            "cs": "je se že na si jako ale podle který která jsou jsem byl byla bylo pro tak už "
            "také jeho jejich může není",
            "da": "og det er til på af for ikke den har med som et der blev efter også ikke fra "
            "hun han jeg vi mener siger være",
            "de": "der und das den von zu mit sich des auf für ist im dem nicht ein eine als auch "
            "es werden aus hat dass sie nach wird bei einer um sind noch wie einem über so ich "
            "wir er aber haben war nur oder vor zur bis mehr durch kann sagte",
            "es": "el que y los del se las por un con una su para es al lo como más pero sus ha "
            "este esta porque muy sin sobre también hasta hay donde quien desde dijo son fue",
            "fi": "ja on ei että se oli hän kun mutta myös ovat joka mukaan sen kuin niin olla "
            "sanoi vain ole voi",
            "fr": "le la les des et du une est que dans qui pour au sur par pas plus avec ce il "
            "sont mais ont cette elle nous ses aux leur être été même lors selon avait déclaré",
            "hu": "az hogy és nem egy is ezt meg volt csak már mint vagy szerint lesz még nagyon "
            "mert azt kell",
            "id": "yang dan di dari untuk dengan ini pada itu tidak dalam akan oleh juga saya "
            "kami mereka adalah telah karena bisa",
            "it": "il che di è per un una del della non con sono le si gli anche come più ma nel "
            "alla dei dal ha lo questo ha delle degli detto essere stato",
            "nl": "de het een van en dat op te zijn met voor niet aan er om ook als maar bij dan "
            "nog naar heeft ze uit hij deze worden over wordt zei door",
            "no": "og det er til på av for ikke den har med som et etter også ikke fra hun han "
            "jeg vi mener sier være å",
            "pl": "się nie że na jest do jak ale po przez od za jego są być był była tym tego "
            "które który oraz także",
            "pt": "o que e do da em um para não uma os no se na por mais as dos como mas foi ao "
            "ele das tem seu sua ou ser quando muito há nos já está também pelo pela são disse",
            "ro": "și să nu cu este care din pentru mai că au fost ce sunt pe la prin acest dar "
            "după spus lui",
            "sv": "och det att är som på för av med den inte har till ett jag om han hon var men "
            "från vi kan så sade efter också",
            "tr": "ve bir bu için da de ile olarak daha çok olan ne gibi sonra kadar ama değil "
            "dedi var ise",
        }.items()
    }
)

# Scripts by the beginning of their letters' names in Unicode.
OF_SCRIPT = MappingProxyType(
    {
        "ARABIC": "ar",
        "ARMENIAN": "hy",
        "BENGALI": "bn",
        "DEVANAGARI": "hi",
        "GEORGIAN": "ka",
        "GREEK": "el",
        "HANGUL": "ko",
        "HEBREW": "he",
        "HIRAGANA": "ja",
        "KATAKANA": "ja",
        "CJK": "zh",
        "TAMIL": "ta",
        "THAI": "th",
        "CYRILLIC": "",  # whose it is nobody can tell by the script alone
    }
)

NAMES = MappingProxyType(
    {
        "ar": "Arabic",
        "bg": "Bulgarian",
        "bn": "Bengali",
        "cs": "Czech",
        "da": "Danish",
        "de": "German",
        "el": "Greek",
        "es": "Spanish",
        "fa": "Persian",
        "fi": "Finnish",
        "fr": "French",
        "he": "Hebrew",
        "hi": "Hindi",
        "hr": "Croatian",
        "hu": "Hungarian",
        "hy": "Armenian",
        "id": "Indonesian",
        "it": "Italian",
        "ja": "Japanese",
        "ka": "Georgian",
        "ko": "Korean",
        "nl": "Dutch",
        "no": "Norwegian",
        "nb": "Norwegian",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "ru": "Russian",
        "sr": "Serbian",
        "sv": "Swedish",
        "ta": "Tamil",
        "th": "Thai",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "ur": "Urdu",
        "vi": "Vietnamese",
        "zh": "Chinese",
    }
)
