"""Models whose leverage is told: one in which everything occurs, and one of as many strategies as are wished."""

from toc.analysis import analyse
from toc.config import Settings
from toc.leverage.assessment import Leverage
from toc.leverage.scale import scale_of
from toc.leverage_report.report import LeverageReport
from toc.model.theory import Theory
from toc.workspace import MemoryReader

# The worked example of the reference cases, with words, an assumption, and labels in both languages.
SCHOOL = """\
theory "Ready for school" "Prêts pour l'école"@fr { languages en, fr }
vision ready "Every child starts school ready to learn" "Chaque enfant arrive à l'école prêt à apprendre"@fr
outcome reading "Parents and children read together" "Parents et enfants lisent ensemble"@fr
outcome known "Families know the services" "Les familles connaissent les services"@fr
outcome places "There are places for all" "Il y a des places pour tous"@fr
outcome access "Families get to the services" "Les familles accèdent aux services"@fr { sufficient no }
outcome weekly "Children use a service every week" "Les enfants utilisent un service par semaine"@fr
assumption posts "Staff can be found" "Le personnel se trouve"@fr { likelihood likely }
strategy visits "Home visits" "Visites à domicile"@fr { effort 3 }
strategy campaign "Media campaign" "Campagne médiatique"@fr
strategy crèche "Childcare places" "Places en crèche"@fr { effort 5 }
strategy desk "One-stop desk" "Guichet unique"@fr { effort 2 }
strategy network "Parent network" "Réseau de parents"@fr { effort 1 }
strategy logo "=A new logo, \\"bold\\"" "=Un nouveau logo, « hardi »"@fr { effort 1 }
strategy later "A toy library" "Une ludothèque"@fr { effort 2; status idea }
visits -> reading strong
network -> reading
network -> known strong
campaign -> known moderate
logo -> known weak
crèche -> places strong { assuming posts }
known, places => access strong
desk -> access strong
access -> weekly strong
reading, weekly -> ready strong
"""
ALONE = 'vision v "A vision"\nstrategy s "The only one"\ns -> v strong\n'
MIXED = """\
vision v "A vision"
strategy a "Counted in euros" { effort 1000 EUR }
strategy b "Counted in days" { effort 5 days }
strategy c "Counted in words" { effort high }
a, b, c -> v weak
"""
SATURATED = 'vision v "A vision"\n' + "".join(f'strategy s{n} "Number {n}"\ns{n} -> v 0.99\n' for n in range(4))
NOTHING = 'vision v "A vision"\noutcome o "A change"\no -> v\n'


def theory_of(text: str) -> Theory:
    """Return the theory that `text` means."""
    return analyse(MemoryReader({"m.toc": text}), "m.toc", Settings(select=())).theory


def report_of(
    text: str, language: str = "en", *, budget: float | None = None, scale_check: bool = False
) -> LeverageReport:
    """Return the report on the model `text`, with few draws."""
    leverage = Leverage(theory_of(text), scale_of({}), draws=100)
    return LeverageReport(leverage, language, width=80, budget=budget, scale_check=scale_check)


def many(count: int) -> str:
    """Return a model of `count` strategies, some of the same strength and effort, with French labels."""
    words = ("Accompagnement à la scolarité", "Été apprenant", "Visites à domicile", "Médiathèque itinérante")
    lines = ['vision v "Chaque jeune trouve sa voie"']
    lines += [f'outcome o{n} "Changement numéro {n}"\no{n} -> v {("weak", "moderate")[n % 2]}' for n in range(5)]
    for n in range(count):
        label = f"{words[n % 4]} {n} dans les quatre villages"
        lines.append(f'strategy s{n:02} "{label}" {{ effort {1 + n * n % 7} }}')
        lines.append(f"s{n:02} -> o{n % 5} {('weak', 'moderate', 'strong')[n % 3]}")
    return "\n".join(lines) + "\n"
