namespace Conference.Core.Chat;

/// <summary>Deletes texts for good: they are overwritten on disk, in the search index and in the write-ahead log too.</summary>
public interface IChatEraser
{
    /// <summary>Deletes a person's texts since a time. Their places stay, marked as deleted.</summary>
    /// <returns>The places.</returns>
    Task<IReadOnlyList<long>> DeleteTextsAsync(long roomId, PersonKey person, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Deletes, room by room, what is older than the room keeps its messages. Nothing stays of it.</summary>
    /// <returns>How many entries were deleted.</returns>
    Task<long> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
