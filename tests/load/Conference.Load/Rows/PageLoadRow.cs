namespace Conference.Load.Rows;

/// <summary>What a first visit of a room's link loads.</summary>
internal sealed class PageLoadRow : BrowserRow
{
    private const double MostBytes = 110 * 1024;
    private const double MostRequests = 12;

    public override string Name => "page-load";

    protected override Figure Judge(IReadOnlyDictionary<string, double> numbers)
    {
        var (bytes, requests, foreign) = (numbers["bytes"], numbers["requests"], numbers["foreign"]);
        return new Figure(
            Name,
            "Cold load of /r/{code}, all bytes as served",
            FormattableString.Invariant($"{bytes / 1024:0} KB, {requests} requests, {foreign} to other origins"),
            "at most 110 KB, 12 requests, 0 to other origins",
            "Briefing 165 KB; MiroTalk 1,834 KB, 75 requests (quoted)",
            bytes <= MostBytes && requests <= MostRequests && foreign == 0,
            numbers);
    }
}
