using CsCheck;

namespace Conference.Core.Tests;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("  Ada  ", "Ada")]
    [InlineData("Ada\u00a0 \u2003Lovelace", "Ada Lovelace")]
    [InlineData("李 小龙 👩‍👩‍👧", "李 小龙 👩‍👩‍👧")]
    [InlineData("\nAda\n", "Ada")]
    public void NameIsTrimmedAndItsSpacesAreOne(string name, string expected) => Assert.Equal(expected, TextRules.CleanName(name));

    [Theory]
    [InlineData("", ErrorCodes.NameRequired)]
    [InlineData(" \t ", ErrorCodes.NameRequired)]
    [InlineData("\u200b\u2060", ErrorCodes.NameRequired)]
    [InlineData("a\nb", ErrorCodes.NameInvalid)]
    [InlineData("a\u0000b", ErrorCodes.NameInvalid)]
    [InlineData("a\u2028b", ErrorCodes.NameInvalid)]
    [InlineData("a\u202eb", ErrorCodes.NameInvalid)]
    [InlineData("a\u200fb", ErrorCodes.NameInvalid)]
    [InlineData("a\u061cb", ErrorCodes.NameInvalid)]
    [InlineData("a\u2066b", ErrorCodes.NameInvalid)]
    public void OtherNamesAreRefused(string name, string code) =>
        Assert.Equal(code, Assert.Throws<ConferenceException>(() => TextRules.CleanName(name)).Code);

    [Fact]
    public void LengthsAreCountedAfterTrimmingAndToTheLastCharacter()
    {
        Assert.Equal(64, TextRules.CleanName($"  {new string('a', 64)}  ").Length);
        Assert.Equal(80, TextRules.CleanTitle(new string('a', 80)).Length);
        Assert.Equal(4000, TextRules.CleanText($"{new string('a', 4000)}\n").Length);
        Assert.Equal(ErrorCodes.NameTooLong, CodeOf(() => TextRules.CleanName(new string('a', 65))));
        Assert.Equal(ErrorCodes.TitleTooLong, CodeOf(() => TextRules.CleanTitle(new string('a', 81))));
        Assert.Equal(ErrorCodes.TextTooLong, CodeOf(() => TextRules.CleanText(new string('a', 4001))));
    }

    [Theory]
    [InlineData("Z\u0351\u0352\u0353\u0354\u0355\u0356oe\u0308", "Z\u0351\u0352\u0353\u0354oe\u0308")]
    [InlineData("a\u20DD\u20DD\u20DD\u20DD\u20DD b", "a\u20DD\u20DD\u20DD\u20DD b")]
    [InlineData("\u1019\u103C\u102D\u102F\u1037", "\u1019\u103C\u102D\u102F\u1037")]
    public void AccentsDoNotPileUp(string written, string kept)
    {
        Assert.Equal(kept, TextRules.CleanName(written));
        Assert.Equal(kept, TextRules.CleanTitle(written));
    }

    [Fact]
    public void TitleMayBeEmptyButNotBroken()
    {
        Assert.Equal("", TextRules.CleanTitle(null));
        Assert.Equal("", TextRules.CleanTitle("  "));
        Assert.Equal(ErrorCodes.TitleInvalid, CodeOf(() => TextRules.CleanTitle("a\tb")));
    }

    [Fact]
    public void TextKeepsItsLinesAndTabs()
    {
        Assert.Equal("a\n\tb\n\nc", TextRules.CleanText("a\r\n\tb\r\n\rc\n"));
        Assert.Equal("שלום \u200Fabc", TextRules.CleanText("שלום \u200Fabc"));
    }

    [Theory]
    [InlineData(" \n ", ErrorCodes.TextRequired)]
    [InlineData("a\u0007b", ErrorCodes.TextInvalid)]
    [InlineData("a\u001eb", ErrorCodes.TextInvalid)]
    [InlineData("a\u202eb", ErrorCodes.TextInvalid)]
    [InlineData("a\u2069b", ErrorCodes.TextInvalid)]
    public void OtherTextsAreRefused(string text, string code) => Assert.Equal(code, CodeOf(() => TextRules.CleanText(text)));

    [Fact]
    public void HalvesOfCharactersAreRefusedEverywhere()
    {
        Assert.Equal(ErrorCodes.NameInvalid, CodeOf(() => TextRules.CleanName("a" + (char)0xD83D)));
        Assert.Equal(ErrorCodes.TitleInvalid, CodeOf(() => TextRules.CleanTitle((char)0xDE00 + "a")));
        Assert.Equal(ErrorCodes.TextInvalid, CodeOf(() => TextRules.CleanText("a" + (char)0xDE00 + (char)0xD83D)));
    }

    [Fact]
    public void CleanedTextIsCleanAndStaysAsItIs() => Gen.String.Sample(text =>
    {
        Check(TextRules.CleanName, text, TextRules.NameLimit);
        Check(TextRules.CleanTitle, text, TextRules.TitleLimit);
        Check(TextRules.CleanText, text, TextRules.TextLimit);
    });

    private static void Check(Func<string, string> clean, string text, int limit)
    {
        try
        {
            var once = clean(text);
            Assert.Equal(once, clean(once));
            Assert.True(once.Length <= limit);
            Assert.Equal(once, once.Trim());
        }
        catch (ConferenceException)
        {
            // Refused, and nothing else came out.
        }
    }

    private static string CodeOf(Action refused) => Assert.Throws<ConferenceException>(refused).Code;
}
