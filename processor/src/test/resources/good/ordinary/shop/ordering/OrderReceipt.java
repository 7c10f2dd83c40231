package shop.ordering;

record OrderReceipt(String number) {}
