"use strict";
// The document that the page shows. It is data alone: nothing in it is ever read as markup or code.
const DATA = JSON.parse(document.getElementById("data").textContent);
