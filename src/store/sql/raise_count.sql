UPDATE counter SET value = max(value, :value) WHERE name = :name;
