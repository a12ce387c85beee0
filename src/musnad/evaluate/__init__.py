"""HOW GOOD is a reading against gold?"""

from musnad.evaluate.gold import GoldDocument, gold_pages, load_gold
from musnad.evaluate.measure import Scores, evaluate, right_statements

__all__ = ["GoldDocument", "Scores", "evaluate", "gold_pages", "load_gold", "right_statements"]
