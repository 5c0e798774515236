"""Turns a CSV of sales into a summary.

Try: {} for the sample data, or {"csv": "region,product,quantity,unit_price\\nNorth,Tea,3,4.50"}
"""

import logging
import os
from pathlib import Path

from report import read_sales, summarise

logger = logging.getLogger()
logger.setLevel(os.environ.get("LOG_LEVEL", "INFO"))

SAMPLE = Path(__file__).with_name("sample.csv")


def handler(event, context):
    text = event.get("csv") or SAMPLE.read_text(encoding="utf-8")
    sales = read_sales(text)
    logger.info("read %d rows", len(sales))
    return summarise(sales, top=int(os.environ.get("TOP_PRODUCTS", "3")))
