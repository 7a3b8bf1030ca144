-- The id of a rule says its category, its place and since which version it holds; numbers met the categories of the first rules.
drop sequence routing_rule_number;
