using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Rooms;

internal static class PersonQueries
{
    public static Task<PersonRow?> OfVisitorAsync(
        this IQueryable<PersonRow> persons, long roomId, Guid visitorId, CancellationToken cancellationToken) =>
        persons.SingleOrDefaultAsync(person => person.RoomId == roomId && person.VisitorId == visitorId, cancellationToken);

    /// <summary>A key of another room finds nobody.</summary>
    public static Task<PersonRow?> WithKeyAsync(
        this IQueryable<PersonRow> persons, long roomId, long? key, CancellationToken cancellationToken) =>
        persons.SingleOrDefaultAsync(person => person.RoomId == roomId && person.Key == key, cancellationToken);
}
