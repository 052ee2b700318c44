UPDATE day SET hold_until = :until, hold_reason = :reason WHERE id = :id AND trashed IS NULL;
