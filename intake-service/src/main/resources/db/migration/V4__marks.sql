-- What makes a case one to be watched: MASS, SENSITIVE, HARD, LEGACY, ENTERPRISE.
ALTER TABLE hotline_case ADD COLUMN marks text[] NOT NULL DEFAULT '{}';
