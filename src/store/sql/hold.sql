SELECT hold_until, hold_reason FROM day WHERE id = :id;
