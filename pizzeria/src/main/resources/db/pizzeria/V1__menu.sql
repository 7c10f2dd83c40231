-- What the pizzeria offers; one row for each aggregate, as PostgresRepository keeps them.
create table pizzeria.pizza (
    id text primary key,
    version bigint not null,
    state jsonb not null
);

insert into pizzeria.pizza (id, version, state)
select item ->> 'id', 1, item
from jsonb_array_elements('[
  {
    "id": "margherita", "name": "Margherita", "category": "pizza", "basePrice": "12.99",
    "description": "Tomatoes, mozzarella and basil",
    "preparationTimeMinutes": 15, "seasonal": false,
    "availableToppings": ["extra_cheese", "basil", "olives", "mushrooms", "onions", "pepperoni"]
  },
  {
    "id": "pepperoni", "name": "Pepperoni", "category": "pizza", "basePrice": "15.99",
    "description": "Tomatoes, mozzarella and spicy pepperoni",
    "preparationTimeMinutes": 18, "seasonal": false,
    "availableToppings": ["extra_cheese", "pepperoni", "jalapenos", "olives", "mushrooms", "onions"]
  },
  {
    "id": "vegetarian", "name": "Vegetarian", "category": "pizza", "basePrice": "14.49",
    "description": "Peppers, mushrooms, onions and olives",
    "preparationTimeMinutes": 17, "seasonal": false,
    "availableToppings": ["extra_cheese", "mushrooms", "olives", "onions", "peppers", "spinach"]
  },
  {
    "id": "hawaiian", "name": "Hawaiian", "category": "pizza", "basePrice": "15.49",
    "description": "Ham and pineapple, without apology",
    "preparationTimeMinutes": 17, "seasonal": false,
    "availableToppings": ["extra_cheese", "ham", "pineapple", "bacon", "jalapenos"]
  },
  {
    "id": "quattro_formaggi", "name": "Quattro Formaggi", "category": "pizza", "basePrice": "16.49",
    "description": "Mozzarella, gorgonzola, fontina and parmesan",
    "preparationTimeMinutes": 16, "seasonal": false,
    "availableToppings": ["extra_cheese", "walnuts", "rocket", "prosciutto"]
  },
  {
    "id": "zucca", "name": "Zucca", "category": "pizza", "basePrice": "17.49",
    "description": "Roast pumpkin, gorgonzola and sage, while there are pumpkins",
    "preparationTimeMinutes": 20, "seasonal": true,
    "availableToppings": ["extra_cheese", "sage", "walnuts", "bacon"]
  },
  {
    "id": "garlic_bread", "name": "Garlic Bread", "category": "appetizers", "basePrice": "5.49",
    "description": "From the oven, with garlic butter",
    "preparationTimeMinutes": 8, "seasonal": false,
    "availableToppings": ["extra_cheese", "herbs"]
  },
  {
    "id": "bruschetta", "name": "Bruschetta", "category": "appetizers", "basePrice": "6.99",
    "description": "Toasted bread with tomatoes and basil",
    "preparationTimeMinutes": 6, "seasonal": false,
    "availableToppings": ["olives", "prosciutto"]
  },
  {
    "id": "lemonade", "name": "Lemonade", "category": "drinks", "basePrice": "3.49",
    "description": "Pressed in the house",
    "preparationTimeMinutes": 2, "seasonal": false,
    "availableToppings": ["mint"]
  },
  {
    "id": "mineral_water", "name": "Mineral Water", "category": "drinks", "basePrice": "2.49",
    "description": "Still or sparkling",
    "preparationTimeMinutes": 1, "seasonal": false,
    "availableToppings": []
  }
]') as item;
