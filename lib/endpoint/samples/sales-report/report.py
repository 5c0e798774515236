import csv
import io
from collections import defaultdict
from decimal import Decimal, InvalidOperation

COLUMNS = ["region", "product", "quantity", "unit_price"]


class BadRowError(ValueError):
    """A row that cannot be counted; the message says which and why."""


def read_sales(text):
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames != COLUMNS:
        raise BadRowError(f"the first line must be {','.join(COLUMNS)}")
    return [read_row(reader.line_num, row) for row in reader]


def read_row(line, row):
    try:
        quantity = int(row["quantity"])
        unit_price = Decimal(row["unit_price"])
    except (TypeError, ValueError, InvalidOperation):
        raise BadRowError(f"line {line}: quantity and unit_price must be numbers") from None
    return {"region": row["region"], "product": row["product"], "amount": quantity * unit_price}


def summarise(sales, top):
    """Money is added as Decimal and only written as text: floats would lose cents."""
    by_region = defaultdict(Decimal)
    by_product = defaultdict(Decimal)
    for sale in sales:
        by_region[sale["region"]] += sale["amount"]
        by_product[sale["product"]] += sale["amount"]
    best = sorted(by_product.items(), key=lambda entry: (-entry[1], entry[0]))[:top]
    return {
        "rows": len(sales),
        "total": money(sum(by_region.values(), Decimal())),
        "regions": {region: money(amount) for region, amount in sorted(by_region.items())},
        "top_products": [{"product": product, "amount": money(amount)} for product, amount in best],
    }


def money(amount):
    return f"{amount:.2f}"
