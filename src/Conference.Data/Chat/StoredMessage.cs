namespace Conference.Data.Chat;

/// <summary>What is on disk under a message id.</summary>
internal sealed record StoredMessage(long Sequence, DateTimeOffset SentAt, string? Text, bool IsDeleted);
