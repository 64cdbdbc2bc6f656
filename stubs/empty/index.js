// Azurite's blob server makes a class of its own from sequelize's Model when it is loaded, and never uses it.
module.exports = { Model: class {} };
