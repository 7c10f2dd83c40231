package shop;

class Customer extends Entity {}
