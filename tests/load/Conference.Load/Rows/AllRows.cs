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
        new PictureRow("newcomer", "4th person joins until the pictures of all others are shown", 1500, "Briefing 2,400 ms; MiroTalk 11,900 ms"),
        new PictureRow("hiding", "Hiding others' pictures until the last one is received", 2000, "none can"),
        new GatheringRow(),
        new MeshRow(4, 19, 0.03, "Briefing 19.7, MiroTalk 6.8 with 7 freezes"),
        new MeshRow(6, 15, 0.03, "MiroTalk 1.2 with 22 freezes"),
        new MeshRow(9, 8, 0.03, "-"),
        new UploadLimitRow(),
        new BlurRow(),
        new ChatThroughputRow(),
        new ChatCpuRow(),
        new ChatAcknowledgementRow(),
        new SlowReadersRow(),
        new FloodRow(),
        new StartRow(),
        new IdleRow(),
    ];
}
