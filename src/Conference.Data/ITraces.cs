namespace Conference.Data;

/// <summary>
/// What the files still have of what was deleted. The database overwrites what it deletes; copies are left in the write-ahead log, and a few
/// where it moved rows about.
/// </summary>
internal interface ITraces
{
    /// <summary>Leaves nothing in the write-ahead log.</summary>
    Task EmptyLogAsync(CancellationToken cancellationToken);

    /// <summary>Leaves nothing anywhere, within a day of the deletion. For a moment nobody can write then, so it waits for a quiet one.</summary>
    Task RemoveAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
