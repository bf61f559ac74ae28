using System.ComponentModel;
using Conference.Core;
using Conference.Core.Chat;

namespace Conference.Server.Endpoints;

/// <summary>Which page of the chat is wanted. At most one of the four anchors; none is the newest page.</summary>
internal readonly record struct PageQuery(
    [property: Description("Messages below this sequence.")] long? Before,
    [property: Description("Messages above this sequence.")] long? After,
    [property: Description("Messages on both sides of this sequence.")] long? Around,
    [property: Description("Messages from the first one at or after this instant on.")] DateTimeOffset? From,
    [property: Description("Only this person's texts.")] string? Person,
    [property: Description("1 to 200; 50 when absent.")] int? Limit)
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 200;

    public ChatPageQuery ToChatPageQuery()
    {
        if (Limit is < 1 or > LargestLimit)
        {
            throw new ConferenceException(ErrorCodes.InvalidRequest, $"A page has 1 to {LargestLimit} messages.");
        }

        object?[] anchors = [Before, After, Around, From];
        if (anchors.Count(anchor => anchor is not null) > 1)
        {
            throw new ConferenceException(ErrorCodes.InvalidRequest, "Ask for a page by one of before, after, around and from.");
        }

        return new ChatPageQuery(Before, After, Around, From, Person, Limit ?? DefaultLimit);
    }
}
