namespace Conference.Core.Chat;

/// <summary>Deletes texts for good: they are overwritten on disk, in the search index and in the write-ahead log too.</summary>
public interface IChatEraser
{
    /// <summary>Deletes a person's texts since a time. Their places stay, marked as deleted.</summary>
    /// <param name="roomId">Where.</param>
    /// <param name="person">Whose.</param>
    /// <param name="since">Since when.</param>
    /// <param name="onDeleted">Told of each piece's places as soon as it is deleted, before the log is emptied, which can take a while.</param>
    /// <param name="cancellationToken">Gives up before anything is deleted, not afterwards.</param>
    /// <returns>All places.</returns>
    Task<IReadOnlyList<long>> DeleteTextsAsync(
        long roomId, PersonKey person, DateTimeOffset since, Action<IReadOnlyList<long>>? onDeleted, CancellationToken cancellationToken);

    /// <summary>Deletes, room by room, what is older than the room keeps its messages. Nothing stays of it.</summary>
    /// <returns>How many entries were deleted.</returns>
    Task<long> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
