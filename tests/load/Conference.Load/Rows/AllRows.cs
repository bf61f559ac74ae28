namespace Conference.Load.Rows;

/// <summary>Every row, in the order of the table.</summary>
internal static class AllRows
{
    public static IReadOnlyList<IRow> List { get; } =
    [
        new PageLoadRow(),
        new PictureRow("first-picture", "Click on Join now to first remote picture, 2 people", 500, "MiroTalk 668 ms"),
        new PictureRow("link-to-picture", "Link opened, Join now clicked at once, to first remote picture", 900, "Briefing 1,039 ms; MiroTalk 3,744 ms"),
        new PictureRow("reload", "Reload of one participant until the other sees its picture again", 1200, "Briefing 1,463 ms; MiroTalk 4,859 ms"),
        new ChatThroughputRow(),
        new ChatCpuRow(),
        new ChatAcknowledgementRow(),
        new SlowReadersRow(),
        new FloodRow(),
        new StartRow(),
        new IdleRow(),
    ];
}
